package throughline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import throughline.database.CannotStartException;
import throughline.database.Login;
import throughline.database.ServedFolder;
import throughline.database.backup.Backup;
import throughline.database.backup.Manifest;

/** {@code backup FILE}: saves all of the registry in a file, beside the server or without one. */
final class BackupCommand {

    static final String HELP = """
            java -jar quarkus-run.jar backup FILE

            Saves all that the registry holds in a new file: records, drafts and private parts, history, vocabularies, as
            they are at one moment, while a server runs or not. Nobody waits for it. The file is a ZIP, readable by its
            owner alone. It is there when it is whole; a file that is there already is refused.
            Ends with 0 when it is saved, 1 when it is not, 2 for a command that it does not understand.
            """;

    private BackupCommand() {}

    /** The database of the server that runs on the data folder; empty where it is to be started, or is the operator's own. */
    static Optional<Login> served(Settings settings) {
        return settings.find(Settings.URL).isPresent() ? Optional.empty() : ServedFolder.login(settings.dataFolder());
    }

    static int run(Login database, Path file) {
        ProgressBar bar = new ProgressBar(System.err, ProgressBar.onTerminal());
        try {
            Manifest saved = Backup.save(database, file, version(), bar);
            bar.end();
            System.out.printf(
                    Locale.ROOT,
                    "%s saved in %s, as of number %d%n",
                    FileCommand.counted(saved.all(), "row"),
                    file,
                    saved.seq());
            return 0;
        } catch (SQLException | IOException failed) {
            bar.end();
            throw new CannotStartException("Nothing was saved: " + failed.getMessage());
        }
    }

    private static String version() {
        return BackupCommand.class.getPackage().getImplementationVersion();
    }
}
