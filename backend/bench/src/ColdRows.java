package throughline.bench;

import java.nio.file.Path;
import java.util.List;

/** Answers that nobody asked for before, beside the same rows asked of the database itself. */
final class ColdRows {

    private final Ground ground;

    ColdRows(Ground ground) {
        this.ground = ground;
    }

    Outcome record() throws Exception {
        return beside(
                "cold-record", "one record, cold", ground.ids(), "sql/record.sql", "select document where id", 50);
    }

    Outcome page() throws Exception {
        return beside(
                "cold-page",
                "a filtered page of 50, cold",
                ground.places(),
                "sql/page.sql",
                "the same rows as one json_agg",
                80);
    }

    private Outcome beside(String row, String work, Path addresses, String sql, String yardstick, int enough)
            throws Exception {
        Postgres database = ground.server.embedded();
        List<Reading> readings = Turns.of(
                ground.options,
                seconds -> ground.walkAnew(ground.server, addresses, seconds),
                seconds -> database.pgbench(ground.script(sql), seconds, ground.numbers()));
        return Outcome.rates(row, work, readings.get(0), yardstick, readings.get(1), enough);
    }
}
