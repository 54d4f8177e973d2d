package throughline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL in the data folder: durable, with a password of its own, reachable from this machine alone, one server a folder.
 *
 * <p>A postmaster that outlived its server is adopted.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "postgres";
    private static final String DATABASE = "throughline";
    private static final int STOP_SECONDS = 60;

    private final DataFolder folder;
    private final Path programs;
    private final Path data;
    private final String password;
    private int port;

    private EmbeddedPostgres(DataFolder folder, Path programs, String password) {
        this.folder = folder;
        this.programs = programs;
        this.data = folder.at("postgres").resolve("data");
        this.password = password;
    }

    /** Takes the folder and serves what lies in it; makes the cluster where there is none. */
    public static EmbeddedPostgres start(Path dataFolder) {
        try {
            DataFolder folder = DataFolder.hold(dataFolder.toAbsolutePath());
            Path programs = PostgresBinaries.unpack(folder.at("postgres").resolve("programs"));
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, programs, folder.password());
            postgres.serve();
            postgres.createDatabase(DATABASE);
            return postgres;
        } catch (IOException | SQLException refused) {
            throw new IllegalStateException("The embedded PostgreSQL does not start: " + refused.getMessage(), refused);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Makes a database, unless it stands already. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet standing =
                    statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (standing.next()) {
                    return;
                }
            }
            statement.execute("create database \"" + name + "\"");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
    }

    private void serve() throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            run(
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    passwordFile(),
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
        }
        if (!adopted()) {
            port = freePort();
            String options = "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories='' -c fsync=on"
                    + " -c synchronous_commit=on -c full_page_writes=on -c shared_buffers=128MB -c max_connections=60";
            run(
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-l",
                    folder.at("postgres").resolve("log").toString(),
                    "-w",
                    "-o",
                    options,
                    "start");
        }
    }

    private String passwordFile() {
        return folder.at("database.password").toString();
    }

    private boolean adopted() throws IOException {
        Path running = data.resolve("postmaster.pid");
        if (!Files.exists(running)) {
            return false;
        }
        List<String> lines = Files.readAllLines(running);
        if (lines.size() < 4) {
            return false;
        }
        port = Integer.parseInt(lines.get(3).strip());
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show data_directory")) {
            return result.next() && Path.of(result.getString(1)).equals(data);
        } catch (SQLException gone) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (USER_IS_ROOT) {
            // PostgreSQL refuses root; in a user namespace of its own it is nobody, and the files stay root's.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("throughline-" + program, ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(
                        program + " failed: " + Files.readString(output).strip());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", stopping);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static final boolean USER_IS_ROOT = "root".equals(System.getProperty("user.name"));

    /** Stops the postmaster, then lets the folder go. */
    @Override
    public void close() {
        try (folder) {
            run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
