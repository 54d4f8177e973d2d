-- Asks for the addresses of a file, one a line, each once: every thread walks a part of its own. With one line it asks for that one for ever.
-- wrk … -- FILE [HEADER: VALUE]…
local threads = {}

function setup(thread)
  thread:set("part", #threads)
  table.insert(threads, thread)
  for _, each in ipairs(threads) do
    each:set("parts", #threads)
  end
end

function init(args)
  local all, rest = {}, " HTTP/1.1\r\nHost: localhost\r\n"
  for line in io.lines(args[1]) do
    table.insert(all, line)
  end
  for header = 2, #args do
    rest = rest .. args[header] .. "\r\n"
  end
  first = #all == 1 and 1 or math.floor(part * #all / parts) + 1
  last = #all == 1 and 1 or math.floor((part + 1) * #all / parts)
  paths, ending, sent, single = all, rest .. "\r\n", 0, #all == 1
end

function request()
  local path = paths[first + sent % (last - first + 1)]
  sent = sent + 1
  return "GET " .. path .. ending
end

function done(summary, latency, requests)
  local repeated = 0
  for _, thread in ipairs(threads) do
    if not thread:get("single") then
      repeated = repeated + math.max(0, thread:get("sent") - (thread:get("last") - thread:get("first") + 1))
    end
  end
  local errors = summary.errors
  print(string.format("RESULT %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.status + errors.connect + errors.read + errors.write + errors.timeout, repeated))
end
