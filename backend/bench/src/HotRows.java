package throughline.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/** Answers that are asked for again while nothing changed, beside a constant answer of the same server and size. */
final class HotRows {

    static final String RECORD = "/api/v1/organizations/" + Registry.id("org", 1234);
    static final String PAGE = "/api/v1/organizations?state=TX&sort=name";
    private static final int ENOUGH = 80;

    private final Ground ground;
    private final int recordSize;
    private final int pageSize;

    /** Looks how large the answers are on the wire, and starts the server anew with constants of these sizes. */
    HotRows(Ground ground) throws IOException, InterruptedException {
        this.ground = ground;
        recordSize = size(ground.serve(), RECORD);
        pageSize = size(ground.server, PAGE);
        ground.serve("throughline.bench.constant-bytes=" + recordSize + "," + pageSize);
    }

    private static int size(Server server, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = server.get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body().length;
    }

    Outcome record() throws Exception {
        return beside("record", "one record, unchanged since last asked", RECORD, recordSize);
    }

    Outcome page() throws Exception {
        return beside("page", "a filtered page of 50, unchanged since last asked", PAGE, pageSize);
    }

    Outcome notModified() throws Exception {
        String tag = ground.server.get(PAGE).headers().firstValue("ETag").orElseThrow();
        if (ground.server.get(PAGE, "If-None-Match", tag).statusCode() != 304) {
            throw new IOException("No 304 for " + tag);
        }
        return beside("304", "the 304 for it", PAGE, pageSize, "If-None-Match: " + tag);
    }

    private Outcome beside(String row, String work, String path, int size, String... header) throws Exception {
        Path asked = ground.single(path);
        Path constant = ground.single("/api/v1/constant/" + size);
        List<Reading> readings = Turns.of(
                ground.options,
                seconds -> ground.again(ground.server, asked, seconds, header),
                seconds -> ground.again(ground.server, constant, seconds));
        return Outcome.rates(row, work, readings.get(0), "constant of " + size + " bytes", readings.get(1), ENOUGH);
    }
}
