package throughline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import throughline.database.CannotStartException;
import throughline.database.Login;
import throughline.database.backup.BackupFile;
import throughline.database.backup.Restore;
import throughline.people.OperatorKey;
import throughline.registry.write.Loader;

/** {@code restore FILE}: fills an empty database with what a backup holds. */
final class RestoreCommand {

    static final String HELP = """
            java -jar quarkus-run.jar restore FILE

            Fills an empty database, the embedded one or one of your own, with all that a backup holds; on the embedded
            database no server may run. The file is checked first, and all of it is restored or nothing. Records,
            versions, history and numbers are the same; what clients kept beside (cursors, tags of lists) is good no more,
            and a new operator's key is made.
            Ends with 0 when all is restored, 1 when nothing is, 2 for a command that it does not understand.
            """;

    private RestoreCommand() {}

    static int run(Path file, Settings settings) {
        boolean terminal = ProgressBar.onTerminal();
        ProgressBar bar = new ProgressBar(System.err, terminal);
        // Elsewhere a refusal stays one line.
        Loader.Progress checking = terminal ? bar : (step, done, all) -> {};
        try (BackupFile backup = BackupFile.open(file, checking)) {
            return Throughline.onDatabase(settings, database -> fill(database, backup, settings.dataFolder(), bar));
        } catch (IOException refused) {
            throw new CannotStartException(file + " cannot be read: " + refused.getMessage());
        }
    }

    private static int fill(Login database, BackupFile backup, Path dataFolder, ProgressBar bar) {
        try {
            List<String> leftOut =
                    Restore.fill(database, backup, connection -> OperatorKey.make(connection, dataFolder, false), bar);
            bar.end();
            leftOut.forEach(table -> System.err.println("Left out, since it is none of Throughline's: " + table));
            System.out.printf(
                    Locale.ROOT,
                    "%s restored, as of number %d; the operator's key lies in %s%n",
                    FileCommand.counted(backup.manifest().all(), "row"),
                    backup.manifest().seq(),
                    dataFolder.resolve("operator.key"));
            return 0;
        } catch (SQLException | IOException | FlywayException failed) {
            bar.end();
            throw new CannotStartException("Nothing was restored: " + failed.getMessage());
        }
    }
}
