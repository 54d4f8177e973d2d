package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of the operator's own: Debian's, on any free port, with its data in the test's folder. */
final class OwnPostgres implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String PASSWORD = "secret-of-owner";

    private final Path programs;
    private final Path folder;
    private final int port;

    private OwnPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Starts it; where none is installed, the test says that it was skipped. */
    static OwnPostgres startIn(Path folder) throws Exception {
        Path programs = installed();
        assumeTrue(
                programs != null,
                "SKIPPED: no PostgreSQL 15 or newer lies under " + INSTALLED + " (apt-get install postgresql)");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        OwnPostgres postgres = new OwnPostgres(programs, folder, freePort());
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        postgres.run(
                "initdb",
                "-D",
                postgres.data(),
                "-U",
                "owner",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8");
        postgres.start();
        return postgres;
    }

    void start() throws Exception {
        String options = "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories=''";
        run("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-w", "-o", options, "start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(version -> version.getFileName().toString().matches("1[5-9]|[2-9]\\d"))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .min(Comparator.comparing(Path::toString))
                    .orElse(null);
        }
    }

    /** Makes an empty database. */
    void make(String name) throws Exception {
        run("createdb", "-h", "localhost", "-p", String.valueOf(port), "-U", "owner", name);
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** The package on one of its databases. */
    Packaged.Start on(String database, Path dataFolder) {
        return Packaged.on(dataFolder)
                .environment("QUARKUS_DATASOURCE_JDBC_URL", url(database))
                .environment("QUARKUS_DATASOURCE_USERNAME", "owner")
                .environment("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
    }

    /** What a query answers, one row a line. */
    String ask(String database, String query) throws Exception {
        return run("psql", "-h", "localhost", "-p", String.valueOf(port), "-U", "owner", "-Atc", query, database)
                .strip();
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "owner", PASSWORD);
    }

    private String data() {
        return folder.resolve("cluster").toString();
    }

    private String run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        // A file, since the server that pg_ctl starts would hold a pipe open.
        Path output = Files.createTempFile("postgres", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PGPASSWORD", PASSWORD);
        int exit = builder.start().waitFor();
        String said = Files.readString(output);
        Files.delete(output);
        assertThat(exit).as(program + ": " + said).isZero();
        return said;
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }
}
