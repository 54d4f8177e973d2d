package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More requests than the database takes at a time: they are told so soon, and whoever needs no database notices nothing. */
class OverloadIT {

    private static final int MANY = 120;

    /** Two seconds are promised; a machine that is busy with other tests gets more. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private static final List<String> WITHOUT_DATABASE =
            List.of("/q/health/live", "/q/health/ready", "/q/openapi", "/problems/overloaded");

    @TempDir
    Path folder;

    private record Timed(HttpResponse<String> answer, Duration took) {}

    @Test
    void whereAllConnectionsAreInUseTheOthersAreRefusedSoonAndItRecoversByItself() throws Exception {
        try (Packaged server = Packaged.on(folder).serving()) {
            List<CompletableFuture<Timed>> warm = start(server, "warm");
            Duration usual = median(withoutDatabase(server, warm));
            List<CompletableFuture<Timed>> asked;
            Duration beside;
            try (Connection holder = new PostgresProcesses(folder).connect()) {
                holder.setAutoCommit(false);
                holder.createStatement().execute("lock table entry in access exclusive mode");
                asked = start(server, "busy");
                beside = median(withoutDatabase(server, asked));
                holder.rollback();
            }
            asked.forEach(one -> assertRefused(one.join()));
            assertThat(server.until("/api/v1/organizations?q=after", 200)).isLessThan(Duration.ofSeconds(2));
            System.out.printf(
                    "Pool exhausted: %d refused after %d ms at most; without the database a median of %d ms%n",
                    MANY,
                    asked.stream()
                            .mapToLong(one -> one.join().took().toMillis())
                            .max()
                            .orElseThrow(),
                    beside.toMillis());
            // Where the machine is busy with other tests, all takes longer.
            assertThat(beside.toMillis()).as("usually %s", usual).isLessThan(Math.max(100, 2 * usual.toMillis()));
        }
    }

    private static void assertRefused(Timed one) {
        assertThat(one.answer().statusCode()).as(one.answer().body()).isEqualTo(503);
        assertThat(one.answer().body()).contains("/problems/overloaded");
        assertThat(one.answer().headers().firstValue("Retry-After")).contains("2");
        assertThat(one.took()).isLessThan(SOON);
    }

    /** What else is asked while those wait. */
    private static List<Duration> withoutDatabase(Packaged server, List<CompletableFuture<Timed>> asked) {
        List<Duration> took = new ArrayList<>();
        do {
            for (String path : WITHOUT_DATABASE) {
                Timed other = timed(server, path);
                assertThat(other.answer().statusCode()).as(path).isEqualTo(200);
                took.add(other.took());
            }
        } while (!asked.stream().allMatch(CompletableFuture::isDone));
        return took;
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream()
                .sorted()
                .skip(durations.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static List<CompletableFuture<Timed>> start(Packaged server, String word) {
        List<CompletableFuture<Timed>> asked = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String path = "/api/v1/organizations?q=" + word + i;
            asked.add(CompletableFuture.supplyAsync(() -> timed(server, path), task -> new Thread(task).start()));
        }
        return asked;
    }

    private static Timed timed(Packaged server, String path) {
        try {
            long begin = System.nanoTime();
            return new Timed(server.get(path), Duration.ofNanos(System.nanoTime() - begin));
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
