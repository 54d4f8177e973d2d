package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throughline.database.EmbeddedPostgres;

/** On a line to the database that fails: what became of a write is told as far as it is known, and a retry never does it twice. */
class OutcomeIT {

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static Proxy proxy;
    private static Packaged server;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("database"));
        proxy = new Proxy(Integer.parseInt(postgres.jdbcUrl().replaceAll("\\D", "")));
        // Not there yet: the server is to wait for it.
        server = on(folder.resolve("data")).run();
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
        proxy.close();
        postgres.close();
    }

    @BeforeEach
    void serve() throws Exception {
        if (key == null) {
            waitsForADatabaseThatIsNotThereYet();
            key = Packaged.key(folder.resolve("data"));
        }
        proxy.mode(Proxy.Mode.PASS);
    }

    private static void waitsForADatabaseThatIsNotThereYet() throws Exception {
        while (!server.said().contains("does not answer yet")) {
            Thread.sleep(50);
        }
        assertThat(server.said().strip())
                .startsWith("The PostgreSQL at jdbc:postgresql://localhost:" + proxy.port()
                        + "/throughline does not answer yet")
                .endsWith("waiting for it.")
                .doesNotContain("\n");
        proxy.open();
        server.until("/q/health/ready", 200);
    }

    @Test
    void endsAtOnceWhereItIsEndedWhileItWaitsAndLoadDoesNotWait() throws Exception {
        Path file = Files.writeString(folder.resolve("one.ndjson"), "{\"kind\":\"organization\",\"name\":\"One\"}");
        try (Proxy nowhere = new Proxy(1)) {
            Packaged.Start nobody = on(folder.resolve("other"))
                    .with("-Dquarkus.datasource.jdbc.url=jdbc:postgresql://localhost:" + nowhere.port() + "/x");
            nobody.run("load", file.toString()).assertRefused("does not let Throughline in");
            Packaged waiting = on(folder.resolve("other"))
                    .with("-Dquarkus.datasource.jdbc.url=jdbc:postgresql://localhost:" + nowhere.port() + "/x")
                    .run();
            while (!waiting.said().contains("waiting for it")) {
                Thread.sleep(50);
            }
            long begin = System.nanoTime();
            waiting.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_AFTER_COMMIT", "CUT_BEFORE_COMMIT"})
    void aCommitThatWasNotAnsweredIsToldAsUnknownAndARetryMakesNoSecond(Proxy.Mode cut) throws Exception {
        boolean done = cut == Proxy.Mode.CUT_AFTER_COMMIT;
        String name = "Unknown " + cut.ordinal();
        int cuts = proxy.cut();
        proxy.mode(cut);
        HttpResponse<String> unknown = send(name, "key-" + cut.ordinal());
        assertThat(proxy.cut()).as(unknown.body()).isEqualTo(cuts + 1);
        assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(503);
        assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
        assertThat(unknown.body()).contains("/problems/unavailable", "it may be done or not", "same Idempotency-Key");
        proxy.mode(Proxy.Mode.PASS);
        assertThat(found(name)).isEqualTo(done ? 1 : 0);
        HttpResponse<String> retried = send(name, "key-" + cut.ordinal());
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(201);
        assertThat(retried.headers().firstValue("Idempotency-Replayed").isPresent())
                .isEqualTo(done);
        assertThat(found(name)).isEqualTo(1);
    }

    @Test
    void aWriteThatSurelyWasNotDoneIsToldSo() throws Exception {
        proxy.close();
        HttpResponse<String> refused = send("Not done", "key-of-not-done");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body())
                .contains("/problems/unavailable", "nothing was ")
                .doesNotContain("may be done");
        server.until("/q/health/ready", 503);
        proxy.open();
        assertThat(server.until("/q/health/ready", 200)).isLessThan(Duration.ofSeconds(5));
        assertThat(found("Not done")).isZero();
    }

    @Test
    void aConnectionThatBrokeWhileNobodyUsedItAnswersNobody() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(found("Stale " + i)).isZero();
            proxy.cutAll();
            assertThat(found("Stale " + i)).isZero();
            proxy.cutAll();
            HttpResponse<String> made = send("Stale " + i, "key-of-stale-" + i);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        }
    }

    private static HttpResponse<String> send(String name, String idempotencyKey) throws Exception {
        HttpRequest.Builder request = server.making(key, name).header("Idempotency-Key", idempotencyKey);
        return Packaged.send(request);
    }

    private static int found(String name) throws Exception {
        String words = name.replace(' ', '+');
        HttpResponse<String> list =
                server.getAs(key, "/api/v1/organizations?lifecycle=draft&count=true&q=%22" + words + "%22");
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        return new ObjectMapper().readTree(list.body()).at("/page/total").asInt();
    }

    private static Packaged.Start on(Path dataFolder) {
        // The text of a statement is sent each time, so that the line sees a commit.
        return Packaged.on(dataFolder)
                .environment(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://localhost:" + proxy.port() + "/throughline?prepareThreshold=0")
                .environment("QUARKUS_DATASOURCE_USERNAME", postgres.user())
                .environment("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    }
}
