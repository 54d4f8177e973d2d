package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk that is really full: who reads is answered, who writes is told, and it goes on by itself when there is room. */
class DiskFullIT {

    /** Words that do not shrink. */
    private static final String LONG =
            new Random(9).ints(1_000).mapToObj(Integer::toHexString).collect(Collectors.joining(" "));

    @TempDir
    static Path folder;

    private static Path disk;
    private static Packaged server;
    private static String key;
    private int written;

    @BeforeAll
    static void start() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=400m,mode=0755", "tmpfs", disk.toString()),
                "SKIPPED: only who may mount a small disk can fill one");
        server = Packaged.on(disk.resolve("data")).serving();
        key = Packaged.key(disk.resolve("data"));
    }

    @AfterAll
    static void end() throws Exception {
        if (server != null) {
            server.close();
            new PostgresProcesses(disk.resolve("data")).assertNoneLeft();
        }
        run("umount", disk.toString());
    }

    @Test
    void writesAreRefusedAndReadsAreNot() throws Exception {
        assertThat(write().statusCode()).isEqualTo(201);
        fill();
        HttpResponse<String> refused = refused();
        assertThat(refused.body()).contains("/problems/storage-full");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        for (int i = 0; i < 5; i++) {
            assertThat(write().body()).contains("/problems/storage-full");
            assertThat(server.get("/api/v1/organizations?q=full" + i).statusCode())
                    .isEqualTo(200);
        }
        assertThat(server.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(server.get("/q/health/well").body()).contains("storage", "DOWN");
        assertThat(server.said().split("has no room for more", -1))
                .as("one line a minute")
                .hasSize(2);
        empty();
        assertThat(writable()).isLessThan(Duration.ofSeconds(10));
        assertThat(server.get("/q/health/well").statusCode()).isEqualTo(200);
        assertThat(server.said()).contains("has room again");
    }

    @Test
    void aDatabaseThatEndsForWantOfRoomIsStartedAgainWhenThereIsSome() throws Exception {
        fill();
        PostgresProcesses postgres = new PostgresProcesses(disk.resolve("data"));
        try (Connection connection = postgres.connect()) {
            // Its own log needs new room at once.
            for (int i = 0; i < 40; i++) {
                connection.createStatement().execute("select pg_logical_emit_message(true, '', repeat('x', 4000000))");
            }
            throw new AssertionError("There was room");
        } catch (SQLException panic) {
            server.until("/q/health/ready", 503);
        }
        assertThat(server.get("/api/v1/organizations?q=panic").statusCode()).isEqualTo(503);
        Thread.sleep(3_000);
        empty();
        assertThat(server.until("/q/health/ready", 200)).isLessThan(Duration.ofSeconds(20));
        assertThat(writable()).isLessThan(Duration.ofSeconds(10));
    }

    private static Duration writable() throws Exception {
        long begin = System.nanoTime();
        while (write(0).statusCode() != 201) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Until a table needs room. */
    private HttpResponse<String> refused() throws Exception {
        HttpResponse<String> answer = write();
        for (int i = 0; i < 500 && answer.statusCode() == 201; i++) {
            answer = write();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        return answer;
    }

    private HttpResponse<String> write() throws Exception {
        return write(++written);
    }

    private static HttpResponse<String> write(int number) throws Exception {
        String body = "{\"name\":\"Full " + number + "\",\"description\":\"" + LONG + "\"}";
        return Packaged.send(server.making(key, "").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void fill() {
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            byte[] block = new byte[4_096];
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            // As it should be.
        }
    }

    private static void empty() throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
