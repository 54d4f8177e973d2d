package throughline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import throughline.database.CannotStartException;
import throughline.database.EmbeddedPostgres;
import throughline.database.GivenPostgres;
import throughline.registry.clock.Clock;

/** Starts the database, then the server or a command on it; when that has ended, so does the database. */
@QuarkusMain
public final class Throughline {

    private static final String USAGE = """
            java -jar quarkus-run.jar              serves
            java -jar quarkus-run.jar load FILE    loads a file of records, one a line
            Settings stand before -jar, as -Dname=value, or in the environment; README.md lists them.
            """;

    private Throughline() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        if (command.equals("--help") || command.equals("help")) {
            System.out.print(USAGE);
            return 0;
        }
        try {
            if (command.equals("load")) {
                return load(arguments);
            }
            if (arguments.length == 0) {
                return serve();
            }
        } catch (CannotStartException refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
        System.err.print(USAGE);
        return 2;
    }

    private static int serve() {
        Settings settings = Settings.read();
        settings.requireFreePort();
        if (Boolean.getBoolean("throughline.ends-with-parent")) {
            // Maven, when it is ended, leaves what it started running.
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(Quarkus::asyncExit));
        }
        settings.find(Settings.URL)
                .ifPresent(url -> GivenPostgres.await(
                        url,
                        settings.find(Settings.USER).orElse(null),
                        settings.find(Settings.PASSWORD).orElse(null),
                        System.err::println));
        return onDatabase(settings, ServeCommand.class, settings.whereDataLie());
    }

    private static int load(String... arguments) {
        if (arguments.length != 2 || arguments[1].startsWith("-")) {
            return LoadCommand.help(arguments);
        }
        LoadCommand.requireFile(arguments[1]);
        System.setProperty("quarkus.http.host-enabled", "false");
        // What is said is said of the file.
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.level", "WARN");
        return onDatabase(Settings.read(), LoadCommand.class, arguments);
    }

    private static int onDatabase(Settings settings, Class<? extends QuarkusApplication> command, String... arguments) {
        System.setProperty(Settings.DATA_FOLDER, settings.dataFolder().toString());
        if (settings.find(Settings.URL).isPresent()) {
            GivenPostgres.require(
                    settings.find(Settings.URL).get(),
                    settings.find(Settings.USER).orElse(null),
                    settings.find(Settings.PASSWORD).orElse(null));
            return ran(command, arguments);
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(ended), "database-ends"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings.dataFolder())) {
            System.setProperty(Settings.URL, postgres.jdbcUrl());
            System.setProperty(Settings.USER, postgres.user());
            System.setProperty(Settings.PASSWORD, postgres.password());
            // The folder's lock keeps every other node away.
            System.setProperty(Clock.OWN_DATABASE, "true");
            return ran(command, arguments);
        } finally {
            ended.countDown();
        }
    }

    private static int ran(Class<? extends QuarkusApplication> command, String... arguments) {
        int[] exit = {0};
        Quarkus.run(
                command,
                (code, failure) -> {
                    exit[0] = code;
                    if (failure != null) {
                        System.err.println(
                                "Throughline did not start: " + root(failure).getMessage());
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
}
