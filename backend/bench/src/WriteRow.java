package throughline.bench;

import java.util.List;

/** A PATCH with its history and its place in the feed, beside the statements that it sends. */
final class WriteRow {

    private static final int CLIENTS = 8;

    private final Ground ground;

    WriteRow(Ground ground) {
        this.ground = ground;
    }

    Outcome patch() throws Exception {
        Postgres database = ground.server.embedded();
        String key = ground.server.key();
        List<Reading> readings = Turns.of(
                ground.options,
                seconds -> Wrk.run(
                        ground.server.address, CLIENTS, seconds, ground.script("lua/patch.lua"), key, ground.ids()),
                seconds -> database.pgbench(ground.script("sql/write.sql"), seconds, ground.numbers()));
        return Outcome.rates(
                "write",
                "a PATCH with history and feed, 8 clients",
                readings.get(0),
                "the same statements",
                readings.get(1),
                40);
    }
}
