-- Changes one organization after another: wrk … -- OPERATORS_KEY IDS_FILE. Each thread has records of its own, so that what is measured is a
-- write and not the quarrel over one record.
local threads = {}

function setup(thread)
  thread:set("part", #threads)
  table.insert(threads, thread)
end

function init(args)
  ids = {}
  local number = 0
  for line in io.lines(args[2]) do
    number = number + 1
    if number % 2 == part % 2 then
      table.insert(ids, line)
    end
  end
  head = " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nIf-Match: *\r\nAuthorization: Bearer " .. args[1]
    .. "\r\nContent-Type: application/merge-patch+json\r\nContent-Length: "
  sent = 0
  -- Another number in each run, or the second would change nothing.
  salt = os.time() % 10000
end

function request()
  sent = sent + 1
  local body = string.format('{"phone":"%03d-%04d-%06d"}', 200 + part, salt, sent)
  return "PATCH " .. ids[sent % #ids + 1] .. head .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format("RESULT %d %d %d %d %d 0", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
