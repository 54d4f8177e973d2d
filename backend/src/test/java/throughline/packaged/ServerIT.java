package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a server that runs, and of whatever would run beside it. */
class ServerIT {

    @TempDir
    static Path folder;

    private static Packaged server;

    @BeforeAll
    static void start() throws Exception {
        server = Packaged.on(folder.resolve("data")).from(folder).serving();
    }

    @AfterAll
    static void end() throws IOException {
        List<Long> before = servedFrom(folder);
        server.close();
        assertThat(before).as("postmaster").isNotEmpty();
        assertThat(servedFrom(folder)).as("PostgreSQL after SIGTERM").isEmpty();
    }

    @Test
    void saysWhereItServesAndWhereThingsLie() throws Exception {
        assertThat(server.said())
                .containsPattern("Throughline +http://127\\.0\\.0\\.1:\\d{2,5}\n")
                .containsPattern("Swagger UI +http://127\\.0\\.0\\.1:\\d{2,5}/q/swagger-ui\n")
                .contains("Data              " + folder.resolve("data") + "\n")
                .contains("Operator's key    " + folder.resolve("data/operator.key") + "\n");
        assertThat(server.get("/api/v1").statusCode()).isEqualTo(200);
        assertThat(server.get("/q/swagger-ui").statusCode()).isIn(200, 301, 302);
    }

    @Test
    void keepsTheKeyToItsFile() throws Exception {
        Path file = folder.resolve("data/operator.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(server.post(Packaged.key(folder.resolve("data")), "A library")
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.post("tlop_guessed", "A library").statusCode()).isEqualTo(401);
        assertThat(server.said()).doesNotContain("tlop_");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(found -> Files.isRegularFile(found) && !found.equals(file)))
                    .as("files that hold the key")
                    .noneMatch(found -> holds(found, "tlop_"));
        }
    }

    @Test
    void refusesASecondServerOnItsFolderInOneLine() throws Exception {
        Packaged.on(folder.resolve("data")).run().assertRefused("Another Throughline server uses the data folder");
    }

    @Test
    void refusesToLoadAFileBesideItInOneLine() throws Exception {
        Path file =
                Files.writeString(folder.resolve("one.ndjson"), "{\"kind\":\"organization\",\"name\":\"Beside it\"}");
        Packaged.on(folder.resolve("data"))
                .run("load", file.toString())
                .assertRefused("Another Throughline server uses the data folder");
        assertThat(server.get("/api/v1/organizations?q=beside").body()).doesNotContain("Beside it");
    }

    @Test
    void refusesAPortThatIsTakenInOneLine() throws Exception {
        int port = URI.create(server.address()).getPort();
        Path other = folder.resolve("other");
        Packaged.on(other)
                .with("-Dquarkus.http.port=" + port)
                .run()
                .assertRefused("Cannot listen at 127.0.0.1:" + port, "choose another port by quarkus.http.port");
        assertThat(other).doesNotExist();
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }

    /** The processes that run programs of the folder. */
    static List<Long> servedFrom(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(folder.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }
}
