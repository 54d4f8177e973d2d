package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While its database is away the server says so within seconds, and it comes back without a person. */
class AwayIT {

    /** Three seconds are promised ({@code -Dthroughline.test.away=3000}); a machine that is busy with other tests gets more. */
    private static final Duration SOON = Duration.ofMillis(Long.getLong("throughline.test.away", 4_500));

    private static final String LIST = "/api/v1/organizations?q=";

    @TempDir
    static Path folder;

    private static Packaged server;
    private static String key;
    private static PostgresProcesses postgres;
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final AtomicLong LONGEST = new AtomicLong();

    @BeforeAll
    static void start() throws Exception {
        server = Packaged.on(folder).serving();
        key = Packaged.key(folder);
        postgres = new PostgresProcesses(folder);
    }

    @AfterEach
    void tell(TestInfo outage) {
        System.out.printf(
                "Database away (%s): answered after %d ms at most%n", outage.getDisplayName(), LONGEST.getAndSet(0));
    }

    @AfterAll
    static void end() {
        server.close();
        postgres.assertNoneLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL the server alone", "KILL all", "INT the server alone"})
    void aDatabaseThatEndsIsStartedAgain(String how) throws Exception {
        long before = postgres.postmaster();
        int runs = count("runs again after");
        postgres.signal(how.split(" ")[0], how.endsWith("all") ? postgres.all() : List.of(before));
        while (count("runs again after") == runs) {
            assertAnswersSoon();
        }
        server.until("/q/health/ready", 200);
        for (int i = 0; i < 20; i++) {
            assertThat(server.get(LIST + "back" + i).statusCode()).isEqualTo(200);
        }
        assertThat(server.post(key, "After " + how).statusCode()).isEqualTo(201);
        assertThat(postgres.postmaster()).isNotEqualTo(before);
        assertThat(count("has ended; it is started again")).isEqualTo(runs + 1);
    }

    @Test
    void aDatabaseThatHangsKeepsNobodyWaiting() throws Exception {
        assertAnswersSoon();
        List<Long> stopped = postgres.all();
        postgres.signal("STOP", stopped);
        try {
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                waiting.add(CompletableFuture.runAsync(this::assertAnswersSoon, task -> new Thread(task).start()));
            }
            waiting.forEach(CompletableFuture::join);
            server.until("/q/health/ready", 503);
            assertThat(server.get("/q/health/live").statusCode()).isEqualTo(200);
            assertThat(server.getAs(key, "/q/health/live").statusCode())
                    .as("a probe that sends the key")
                    .isEqualTo(200);
            HttpResponse<String> refused = server.post(key, "While it hangs");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("2");
            assertThat(refused.body()).contains("/problems/unavailable", "nothing was done");
        } finally {
            postgres.signal("CONT", stopped);
        }
        assertThat(server.until("/q/health/ready", 200)).isLessThan(Duration.ofSeconds(5));
        assertThat(server.get(LIST + "after").statusCode()).isEqualTo(200);
        assertThat(server.post(key, "After it hung").statusCode()).isEqualTo(201);
    }

    /** A read, a write, who asks, and the probes: an answer each, in time, and none that says 500. */
    private void assertAnswersSoon() {
        try {
            assertSoon(server.request(LIST + "away" + ASKED.incrementAndGet()));
            assertSoon(server.request("/api/v1/me").header("Authorization", "Bearer " + key));
            assertSoon(server.making(key, "While it is away"));
            assertThat(server.get("/q/health/live").statusCode()).isEqualTo(200);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static void assertSoon(HttpRequest.Builder request) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = Packaged.send(request);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        LONGEST.accumulateAndGet(took.toMillis(), Math::max);
        assertThat(took)
                .as("%s %s %s", answer.uri(), answer.statusCode(), answer.body())
                .isLessThan(SOON);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 503);
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
    }

    private static int count(String line) throws Exception {
        return server.said().split(line, -1).length - 1;
    }
}
