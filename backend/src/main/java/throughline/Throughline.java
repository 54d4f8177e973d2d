package throughline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import throughline.database.CannotStartException;
import throughline.database.EmbeddedPostgres;

/** Starts the database, then the server on it; when the server has ended, so does the database. */
@QuarkusMain
public final class Throughline {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private Throughline() {}

    public static void main(String... arguments) {
        boolean load = arguments.length == 2 && arguments[0].equals("load");
        if (arguments.length > 0 && !load) {
            System.err.println("Without arguments it serves; load FILE loads a file of records, one a line.");
            System.exit(2);
        }
        if (load) {
            System.setProperty("quarkus.http.host-enabled", "false");
        }
        if (Boolean.getBoolean("throughline.ends-with-parent")) {
            // Maven, when it is ended, leaves what it started running.
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(Quarkus::asyncExit));
        }
        Path folder = dataFolder();
        System.setProperty("throughline.data-dir", folder.toString());
        if (System.getProperty(URL) != null || System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null) {
            System.exit(served(arguments));
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(ended), "database-ends"));
        int exit;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            System.setProperty(URL, postgres.jdbcUrl());
            System.setProperty("quarkus.datasource.username", postgres.user());
            System.setProperty("quarkus.datasource.password", postgres.password());
            exit = served(arguments);
        } catch (CannotStartException held) {
            System.err.println(held.getMessage());
            exit = 1;
        } finally {
            ended.countDown();
        }
        System.exit(exit);
    }

    private static int served(String... arguments) {
        int[] exit = {0};
        Quarkus.run(
                arguments.length == 0 ? null : LoadCommand.class,
                (code, failure) -> {
                    exit[0] = code;
                    if (failure != null) {
                        System.err.println(
                                "The server did not start: " + root(failure).getMessage());
                    }
                },
                arguments);
        return exit[0];
    }

    /** Shutdown hooks run side by side, and the virtual machine ends with the last: this one stays until the database has stopped. */
    private static void await(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static Path dataFolder() {
        String named = System.getProperty("throughline.data-dir", System.getenv("THROUGHLINE_DATA_DIR"));
        Path folder = named == null ? Path.of(System.getProperty("user.home"), ".throughline") : Path.of(named);
        return folder.toAbsolutePath().normalize();
    }
}
