package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The embedded PostgreSQL of a folder as a test sees it from outside: its processes, and what signals do to them. */
final class PostgresProcesses {

    private final Path dataFolder;

    PostgresProcesses(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(dataFolder.resolve("postgres/data/postmaster.pid"))
                .get(0)
                .strip());
    }

    /** The server process and all that it started. */
    List<Long> all() {
        return ServerIT.servedFrom(dataFolder);
    }

    void signal(String signal, List<Long> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(String.valueOf(process)));
        // One of them may have ended by itself.
        new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Past the server, into the database itself. */
    Connection connect() throws IOException, SQLException {
        String port = Files.readAllLines(dataFolder.resolve("postgres/data/postmaster.pid"))
                .get(3);
        String password =
                Files.readString(dataFolder.resolve("database.password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port.strip() + "/throughline", "postgres", password);
    }

    void assertNoneLeft() {
        assertThat(all()).as("processes of the database").isEmpty();
    }
}
