package throughline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that comes with the package is durable, closed to others, and gets over whatever ended it. */
class EmbeddedPostgresTest {

    private static final String KEEP = "create table kept (it text); insert into kept values ('yes'); select 1";
    private static final String KEPT = "select it from kept";

    @TempDir
    Path folder;

    @Test
    void keepsWhatItAcknowledgedOverAStopAndAStart() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            ask(postgres, KEEP);
        }
        assertKept();
    }

    @Test
    void refusesAWrongPasswordAndASecondServerOnTheFolder() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                        .isInstanceOf(CannotStartException.class)
                        .hasMessageStartingWith("Another Throughline server uses the data folder " + folder)
                        .hasMessageNotContaining("\n");
                assertThat(another(folder, null).firstLine()).startsWith("Another Throughline server uses");
            }
        }
    }

    @Test
    void goesOnAfterItsServerWasKilled() throws Exception {
        Another killed = another(folder, null);
        String url = killed.firstLine();
        assertThat(url).startsWith("jdbc:postgresql:");
        String password = Files.readString(folder.resolve("database.password"));
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            connection.createStatement().execute(KEEP);
        }
        killed.process().destroyForcibly().waitFor();
        assertThat(DriverManager.getConnection(url, "postgres", password).isValid(1))
                .as("the postmaster outlives it")
                .isTrue();

        assertKept();

        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", password))
                .as("two postmasters")
                .isInstanceOf(SQLException.class);
    }

    @Test
    void startsAgainAtItsPortAfterItsServerWasKilledAndAProcessOutlivedIt() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            ask(postgres, KEEP);
            long left;
            try (Connection connection =
                            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                    ResultSet backend = connection.createStatement().executeQuery("select pg_backend_pid()")) {
                backend.next();
                left = backend.getLong(1);
                // It cannot notice that its server is gone.
                signal("STOP", left);
                long server = Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                        .get(0));
                signal("KILL", server);
                awaitAnswer(postgres);
            }
            assertThat(ask(postgres, KEPT)).isEqualTo("yes");
            assertThat(ProcessHandle.of(left).filter(this::runsOurProgram)).isEmpty();
        }
        assertThat(ProcessHandle.allProcesses().filter(this::runsOurProgram)).isEmpty();
    }

    private boolean runsOurProgram(ProcessHandle process) {
        return process.info().command().orElse("").startsWith(folder.toString());
    }

    private static void signal(String signal, long process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void awaitAnswer(EmbeddedPostgres postgres) throws InterruptedException {
        for (int tenths = 0; tenths < 600; tenths++) {
            Thread.sleep(100);
            try {
                ask(postgres, "select 1");
                return;
            } catch (SQLException away) {
                // Not yet.
            }
        }
        throw new AssertionError("It does not come back");
    }

    @Test
    void startsWhereTheNumberOfADeadPostmasterBelongsToAnotherProgramByNow() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            ask(postgres, KEEP);
        }
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Path data = folder.resolve("postgres/data");
            Files.writeString(
                    data.resolve("postmaster.pid"),
                    other.pid() + "\n" + data + "\n1700000000\n5432\n\nlocalhost\n  12345  1\nready\n");
            assertKept();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void beginsAnewWhatAFirstStartLeftUnfinished() throws IOException, SQLException {
        Path partial = Files.createDirectories(folder.resolve("postgres/data.partial"));
        Files.writeString(partial.resolve("PG_VERSION"), "17\n");
        Files.createDirectories(folder.resolve("postgres/programs-partial/bin"));
        Files.writeString(folder.resolve("postgres/initial.password"), "left");
        Files.writeString(folder.resolve("database.password.new"), "");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
            assertThat(folder.resolve("postgres/initial.password")).doesNotExist();
        }
    }

    @Test
    void replacesTheProgramsThatAnEarlierPackageLeft() throws IOException {
        Path earlier = Files.createDirectories(folder.resolve("postgres/programs-000000000000/bin"));
        EmbeddedPostgres.start(folder).close();
        assertThat(earlier).doesNotExist();
        try (var files = Files.list(folder.resolve("postgres"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("programs"))
                    .singleElement()
                    .asString()
                    .matches("programs-[0-9a-f]{8}-[0-9a-f]+");
        }
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheFolder() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Path version = folder.resolve("postgres/data/PG_VERSION");
        Files.writeString(version, "16\n");
        assertRefused(folder, "was made by PostgreSQL 16, and this package brings 17");
        Files.writeString(version, "17\n");

        Path password = folder.resolve("database.password");
        String right = Files.readString(password);
        Files.writeString(password, "wrong");
        assertRefused(folder, "password authentication failed");
        Files.delete(password);
        assertRefused(folder, "its password is not: put the file " + password);
        Files.writeString(password, right);

        Files.delete(folder.resolve("postgres/data/global/pg_control"));
        assertRefused(folder, "PostgreSQL does not start: ");

        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(file, "for a file is in its way");
        assertRefused(file.resolve("below"), "The data folder " + file.resolve("below"));
    }

    @Test
    void runsAsNobodyWhereRootMayMakeNoNamespace() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "Skipped: only root runs it as somebody else");
        Path programs = Files.createDirectories(folder.resolve("path"));
        Path unshare = Files.writeString(programs.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        assertThat(unshare.toFile().setExecutable(true)).isTrue();
        Path data = folder.resolve("data");
        assertThat(another(data, programs).firstLine())
                .startsWith("PostgreSQL refuses to run as root, and nobody else may use " + data);

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Another left = another(data, programs);
        String url = left.firstLine();
        assertThat(url).startsWith("jdbc:postgresql:");
        assertThat(Files.getAttribute(data.resolve("postgres/data"), "unix:uid"))
                .isEqualTo(65534);
        left.process().destroyForcibly().waitFor();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
            assertThat(Files.getAttribute(data.resolve("postgres/data"), "unix:uid"))
                    .isEqualTo(65534);
        }
    }

    private void assertKept() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, KEPT)).isEqualTo("yes");
        }
    }

    private static void assertRefused(Path folder, String why) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
    }

    private record Another(Process process, String firstLine) {}

    /** @param programs where its process looks for programs first, or null */
    private static Another another(Path folder, Path programs) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LeftRunning.class.getName(),
                folder.toString());
        if (programs != null) {
            builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        }
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new Another(
                process,
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }
}
