package throughline;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import throughline.database.CannotStartException;
import throughline.database.EmbeddedPostgres;
import throughline.database.GivenPostgres;
import throughline.database.Login;
import throughline.database.backup.Backup;
import throughline.http.Connections;
import throughline.registry.clock.Clock;

/** Starts the database, then the server or a command on it; when that has ended, so does the database. */
@QuarkusMain
public final class Throughline {

    private static final String USAGE = """
            java -jar quarkus-run.jar                 serves
            java -jar quarkus-run.jar load FILE       loads a file of records, one a line
            java -jar quarkus-run.jar backup FILE     saves all of the registry in a file, while it serves too
            java -jar quarkus-run.jar restore FILE    fills an empty database from such a file
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
            switch (command) {
                case "load":
                    return load(arguments);
                case "backup":
                    return backup(arguments);
                case "restore":
                    return restore(arguments);
                default:
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
        System.setProperty(Connections.EXTENSIONS_SYSTEM_PROPERTY, Connections.ENABLED);
        if (Boolean.getBoolean("throughline.ends-with-parent")) {
            // Maven, when it is ended, leaves what it started running.
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(Quarkus::asyncExit));
        }
        settings.givenDatabase().ifPresent(given -> GivenPostgres.await(given, System.err::println));
        return booted(settings, ServeCommand.class, settings.whereDataLie());
    }

    private static int load(String... arguments) {
        if (!FileCommand.namesAFile(LoadCommand.HELP, arguments)) {
            return FileCommand.otherwise(arguments);
        }
        FileCommand.requireFile(arguments[1]);
        System.setProperty("quarkus.http.host-enabled", "false");
        // What is said is said of the file.
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.level", "WARN");
        System.setProperty("quarkus.log.console.json.enabled", "false");
        return booted(Settings.read(), LoadCommand.class, arguments);
    }

    private static int backup(String... arguments) {
        if (!FileCommand.namesAFile(BackupCommand.HELP, arguments)) {
            return FileCommand.otherwise(arguments);
        }
        Path file = Path.of(arguments[1]);
        Backup.requireNew(file);
        Settings settings = Settings.read();
        return BackupCommand.served(settings)
                .map(database -> BackupCommand.run(database, file))
                .orElseGet(() -> onDatabase(settings, database -> BackupCommand.run(database, file)));
    }

    private static int restore(String... arguments) {
        if (!FileCommand.namesAFile(RestoreCommand.HELP, arguments)) {
            return FileCommand.otherwise(arguments);
        }
        return RestoreCommand.run(FileCommand.requireFile(arguments[1]), Settings.read());
    }

    /** Starts the framework on the database, and in it the server or a command. */
    private static int booted(Settings settings, Class<? extends QuarkusApplication> command, String... arguments) {
        System.setProperty(Settings.DATA_FOLDER, settings.dataFolder().toString());
        boolean own = settings.find(Settings.URL).isEmpty();
        // The folder's lock keeps every other node away from the embedded database; another one may be shared.
        System.setProperty(Clock.OWN_DATABASE, String.valueOf(own));
        if (own) {
            beginFramework();
        }
        return onDatabase(settings, database -> {
            if (own) {
                System.setProperty(Settings.URL, database.url());
                System.setProperty(Settings.USER, database.user());
                System.setProperty(Settings.PASSWORD, database.password());
            }
            return ran(command, arguments);
        });
    }

    /** What the framework does before it needs a database takes as long as the embedded one's start: they go side by side. */
    private static void beginFramework() {
        Thread begins = new Thread(
                () -> {
                    try {
                        Class.forName(Application.APP_CLASS_NAME, true, Throughline.class.getClassLoader());
                    } catch (ClassNotFoundException | LinkageError told) {
                        // Running it meets the same, and says so.
                        return;
                    }
                },
                "framework-begins");
        begins.setDaemon(true);
        begins.start();
    }

    /** Does a work on the database, which is started for it where it is the embedded one. */
    static int onDatabase(Settings settings, ToIntFunction<Login> work) {
        Optional<Login> given = settings.givenDatabase();
        if (given.isPresent()) {
            GivenPostgres.require(given.get());
            return work.applyAsInt(given.get());
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(ended), "database-ends"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings.dataFolder())) {
            return work.applyAsInt(postgres.login());
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
                        Throwable root = root(failure);
                        System.err.println("Throughline did not start: "
                                + (root.getMessage() == null ? root.toString() : root.getMessage()));
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
