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
        return beside("cold-record", "one record, cold", ground.ids(), "sql/record.sql", 50);
    }

    Outcome page() throws Exception {
        return beside("cold-page", "a filtered page of 50, cold", ground.places(), "sql/page.sql", 80);
    }

    /** What a browser asks for: the database has no part in the compressing. */
    Outcome compressedPage() throws Exception {
        return beside("cold-page-gzip", "the same, compressed", ground.places(), "sql/page.sql", 0, Ground.COMPRESSED);
    }

    private Outcome beside(String row, String work, Path addresses, String sql, int enough, String... header)
            throws Exception {
        Postgres database = ground.server.embedded();
        List<Reading> readings = Turns.of(
                ground.options,
                seconds -> ground.anew(ground.server, addresses, seconds, header),
                seconds -> database.pgbench(ground.script(sql), seconds, ground.numbers()));
        String yardstick = sql.contains("record") ? "select document where id" : "the same rows as one json_agg";
        return Outcome.rates(row, work, readings.get(0), yardstick, readings.get(1), enough);
    }
}
