package throughline.bench;

import java.nio.file.Path;
import java.util.List;

/** Two nodes on one PostgreSQL server, reads alone, one of them loaded at a time, beside one node with its embedded one. */
final class SharedRows {

    private static final int ENOUGH = 70;

    private final Ground ground;
    private Server first;
    private Server second;

    SharedRows(Ground ground) {
        this.ground = ground;
    }

    /** A load on one server or another. */
    @FunctionalInterface
    private interface On {
        Reading run(Server server, int seconds) throws Exception;
    }

    /** Fills the shared database with the very rows of the embedded one, and starts both nodes. */
    void start() throws Exception {
        Postgres shared = DebianPostgres.start(ground.work.resolve("shared"));
        Path one = ground.work.resolve("node1");
        // Its tables, and the operator's key.
        Server.start(ground.jar, one, shared.settings()).stop();
        ground.copies().in(shared);
        String[] clock =
                ground.server.embedded().sql("select seq, epoch from clock").split("\t");
        shared.sql("update clock set seq = " + clock[0] + ", epoch = '" + clock[1] + "'");
        shared.sql("vacuum analyze");
        first = Server.start(ground.jar, one, shared.settings());
        second = Server.start(ground.jar, ground.work.resolve("node2"), shared.settings());
        second.useKeyOf(first);
    }

    void stop() throws InterruptedException {
        first.stop();
        second.stop();
    }

    Outcome record() throws Exception {
        Path asked = ground.single(HotRows.RECORD);
        return compare(
                "shared-record", "one record, unchanged", (server, seconds) -> ground.again(server, asked, seconds));
    }

    Outcome page() throws Exception {
        Path asked = ground.single(HotRows.PAGE);
        return compare(
                "shared-page",
                "a filtered page of 50, unchanged",
                (server, seconds) -> ground.again(server, asked, seconds));
    }

    Outcome coldRecord() throws Exception {
        Path ids = ground.ids();
        return compare(
                "shared-cold-record", "one record, cold", (server, seconds) -> ground.anew(server, ids, seconds));
    }

    Outcome coldPage() throws Exception {
        Path places = ground.places();
        return compare(
                "shared-cold-page",
                "a filtered page of 50, cold",
                (server, seconds) -> ground.anew(server, places, seconds));
    }

    private Outcome compare(String row, String work, On load) throws Exception {
        List<Reading> readings = Turns.of(
                ground.options,
                seconds -> load.run(first, seconds),
                seconds -> load.run(second, seconds),
                seconds -> load.run(ground.server, seconds));
        Reading slower = readings.get(0).rate() < readings.get(1).rate() ? readings.get(0) : readings.get(1);
        return Outcome.rates(
                row,
                work + "; the slower of two nodes on one database",
                slower,
                "one node, embedded",
                readings.get(2),
                ENOUGH);
    }
}
