package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixteen writers go on while the server is killed, and while its database is: what was acknowledged is there, whole and once.
 *
 * <p>{@code -Dthroughline.test.kills=20} is the long run: so many kills of the server, and half as many of the database.
 */
class KillsIT {

    private static final int KILLS = Integer.getInteger("throughline.test.kills", 2);
    private static final Duration LONGEST_START = Duration.ofSeconds(10);
    private static final int SHORTEST_RUN_MS = 1_000;

    private final Random random = new Random(20);

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhereTheServerIsKilledUnderItsWriters() throws Exception {
        serve().close();
        long undisturbed = System.nanoTime();
        Packaged server = serve();
        Duration usual = Duration.ofNanos(System.nanoTime() - undisturbed);
        Duration worst = Duration.ZERO;
        try (Writers writers = new Writers(server.address(), Packaged.key(folder))) {
            for (int kill = 0; kill < KILLS; kill++) {
                writers.writeFor(SHORTEST_RUN_MS + random.nextInt(SHORTEST_RUN_MS));
                server.kill();
                writers.interrupted();
                long begin = System.nanoTime();
                server = serve();
                worst = longer(worst, Duration.ofNanos(System.nanoTime() - begin));
            }
            writers.end();
            report("kill -9 of the server", KILLS, writers, worst);
            new Ledger(folder).assertHolds(writers);
        } finally {
            server.close();
        }
        new PostgresProcesses(folder).assertNoneLeft();
        // Where the machine is busy with other tests, every start is slow.
        assertThat(worst)
                .as("the next start serves; an undisturbed one took %s", usual)
                .isLessThan(longer(LONGEST_START, usual.multipliedBy(3)));
    }

    @Test
    void nothingAcknowledgedIsLostWhereTheDatabaseIsKilledUnderAServerThatStays() throws Exception {
        PostgresProcesses postgres = new PostgresProcesses(folder);
        int kills = Math.max(KILLS / 2, Math.min(KILLS, 2));
        try (Packaged server = serve()) {
            Duration worst = Duration.ZERO;
            try (Writers writers = new Writers(server.address(), Packaged.key(folder))) {
                for (int kill = 0; kill < kills; kill++) {
                    writers.writeFor(SHORTEST_RUN_MS + random.nextInt(SHORTEST_RUN_MS));
                    List<Long> all = postgres.all();
                    postgres.signal("KILL", all);
                    writers.interrupted();
                    long begin = System.nanoTime();
                    while (postgres.all().isEmpty() || postgres.all().stream().anyMatch(all::contains)) {
                        Thread.sleep(20);
                    }
                    server.until("/q/health/ready", 200);
                    worst = longer(worst, Duration.ofNanos(System.nanoTime() - begin));
                }
                writers.end();
                report("kill -9 of PostgreSQL", kills, writers, worst);
                new Ledger(folder).assertHolds(writers);
            }
        }
        postgres.assertNoneLeft();
    }

    private static int port;

    /** At the same port each time, so that writers find it again. */
    private Packaged serve() throws Exception {
        if (port == 0) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
        }
        return Packaged.on(folder).with("-Dquarkus.http.port=" + port).serving();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static void report(String what, int kills, Writers writers, Duration worst) {
        System.out.printf(
                "%s: %d kills, %d acknowledged, %d unknown, %d of them done, worst start %.1f s, worst gap %.1f s%n",
                what,
                kills,
                writers.acknowledged().size(),
                writers.unknown(),
                writers.unknownButDone(),
                worst.toMillis() / 1000.0,
                writers.worstGap().toMillis() / 1000.0);
    }
}
