package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup fills any empty database, the embedded one or one's own, whole; or it leaves it as it was, and says why. */
class RestoreIT {

    private static final String OBJECTS = "select count(*) from pg_class c join pg_namespace n on n.oid = relnamespace"
            + " where nspname = 'public' or nspname like 'throughline%'";

    @TempDir
    static Path folder;

    private static Packaged server;
    private static OwnPostgres postgres;
    private static Path file;

    @BeforeAll
    static void start() throws Exception {
        server = Packaged.on(folder.resolve("data"))
                .environment("THROUGHLINE_DEMO", "true")
                .serving();
        file = folder.resolve("whole.backup");
        BackupFiles.backup(Packaged.on(folder.resolve("data")), file);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
        if (postgres != null) {
            postgres.close();
        }
    }

    /** Started for the first test that needs it; where none is installed, each of them says that it was skipped. */
    private static Packaged.Start own(String database) throws Exception {
        if (postgres == null) {
            postgres = OwnPostgres.startIn(folder);
        }
        postgres.make(database);
        return postgres.on(database, folder.resolve("keys-of-" + database));
    }

    @Test
    void carriesARegistryToAPostgresOfOnesOwnAndBack() throws Exception {
        Packaged.Start own = own("fresh");
        // Its tables were made by a server that then ended.
        own.serving().close();
        BackupFiles.restore(own, file);
        Path back = folder.resolve("back.backup");
        BackupFiles.backup(own, back);
        BackupFiles.assertSame(file, back);
        own.run("restore", file.toString()).assertRefused("The database is not empty");
        try (Packaged serving = own.serving()) {
            String key = Packaged.key(folder.resolve("keys-of-fresh"));
            assertThat(serving.post(key, "Made after it").statusCode()).isEqualTo(201);
        }

        Packaged.Start embedded = Packaged.on(folder.resolve("embedded"));
        BackupFiles.restore(embedded, back);
        Path again = folder.resolve("again.backup");
        BackupFiles.backup(embedded, again);
        BackupFiles.assertSame(file, again);
        embedded.run("restore", file.toString()).assertRefused("The database is not empty");
    }

    @Test
    void bringsABackupOfAnEarlierReleaseUpToDate() throws Exception {
        // The sixth migration gave each version its "content", the last column.
        Path earlier = BackupFiles.edited(file, "earlier.backup", (entry, text) -> switch (entry) {
            case "manifest.json" -> text.replace("\"006\"", "\"005\"").replace(", \"content\"", "");
            case "tables/history.copy" -> text.replaceAll("(?m)\t[^\t\n]*$", "");
            default -> text;
        });
        BackupFiles.restore(own("earlier"), earlier);
        assertThat(postgres.ask("earlier", "select count(*) > 0, count(content) from history"))
                .isEqualTo("t|0");
        assertThat(postgres.ask(
                        "earlier", "select bool_and(success) from flyway_schema_history where version >= '006'"))
                .isEqualTo("t");
    }

    @Test
    void leavesAnEmptyDatabaseAsItWasWhereItFails() throws Exception {
        Path unsound = BackupFiles.edited(
                file,
                "unsound.backup",
                (entry, text) ->
                        entry.equals("tables/participant.copy") ? text.replaceFirst("^\\w+", "conv_of_nobody") : text);
        Path newer = BackupFiles.edited(
                file,
                "newer.backup",
                (entry, text) -> text.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"999\""));
        Packaged.Start empty = own("empty");
        Packaged failed = empty.run("restore", unsound.toString());
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.said()).contains("\nNothing was restored: ").contains("\"participant\"");
        empty.run("restore", newer.toString()).assertRefused(newer + " was saved by Throughline");
        assertThat(postgres.ask("empty", OBJECTS)).isEqualTo("0");
        assertThat(folder.resolve("keys-of-empty")).doesNotExist();
        BackupFiles.restore(empty, file);
    }

    @Test
    void refusesAFileThatIsNotWholeInOneLineBeforeItStartsAnything() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        assertBroken(Arrays.copyOf(whole, whole.length - 1), " is no whole backup of Throughline");
        assertBroken(Arrays.copyOf(whole, whole.length / 2), " is no whole backup of Throughline");
        assertBroken("{\"kind\":\"organization\"}\n".getBytes(), " is no whole backup of Throughline");
        for (int place : new int[] {0, 10, whole.length / 2, whole.length - 100}) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 1;
            assertBroken(flipped, " was damaged");
        }
        Packaged.on(folder.resolve("untouched"))
                .run("restore", folder.resolve("none").toString())
                .assertRefused("There is no file");
    }

    private static void assertBroken(byte[] content, String why) throws Exception {
        Path broken = Files.write(folder.resolve("broken.backup"), content);
        Packaged.on(folder.resolve("untouched"))
                .run("restore", broken.toString())
                .assertRefused(broken + why);
        assertThat(folder.resolve("untouched")).doesNotExist();
    }

    @Test
    void refusesAFolderThatAServerUsesAndAnotherFilesPlace() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Packaged.Start used = Packaged.on(folder.resolve("data"));
        used.run("restore", file.toString()).assertRefused("Another Throughline server uses the data folder");
        used.run("backup", file.toString()).assertRefused(file + " is there already");
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        Packaged.on(folder.resolve("nothing"))
                .run("backup", folder.resolve("nothing.backup").toString())
                .assertRefused("There is no database in the data folder");
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        for (String command : List.of("backup", "restore")) {
            Packaged help = Packaged.on(folder.resolve("nothing")).run(command, "--help");
            assertThat(help.exit()).isZero();
            assertThat(help.said()).startsWith("java -jar quarkus-run.jar " + command + " FILE\n");
            assertThat(Packaged.on(folder.resolve("nothing")).run(command).exit())
                    .isEqualTo(2);
        }
        assertThat(folder.resolve("nothing")).doesNotExist();
    }
}
