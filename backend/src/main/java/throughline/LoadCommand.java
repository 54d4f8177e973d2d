package throughline;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import throughline.registry.problem.ProblemException;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;
import throughline.registry.write.Author;
import throughline.registry.write.Loader;

/** {@code load FILE}: loads a file of records, one a line, whole or not at all. */
public class LoadCommand implements QuarkusApplication {

    static final String HELP = """
            java -jar quarkus-run.jar load FILE

            Loads a file of records, one a line (NDJSON, gzip too): each line the body of a POST with a member "kind",
            and with "id" where the id is to be kept. All of them are written, as one change set that can be undone;
            or nothing is, and each refusal is told with its line. On the embedded database no server may run.
            Ends with 0 when all is loaded, 1 when nothing is, 2 for a command that it does not understand.
            """;
    private static final Logger LOG = Logger.getLogger(LoadCommand.class);
    private static final int GZIP = 0x1f8b;
    private static final int SOME_BYTES = 1 << 16;

    @Inject
    Loader loader;

    @Inject
    DataSource database;

    @Override
    public int run(String... arguments) {
        Path file = Path.of(arguments[1]);
        try {
            return loaded(file);
        } catch (UncheckedIOException broken) {
            System.err.println(file + " cannot be read: " + broken.getCause().getMessage());
        } catch (ProblemException away) {
            System.out.println("The load was broken off: " + away.problem().detail());
        } catch (RuntimeException failed) {
            LOG.error("The file was not loaded", failed);
            System.out.println("Nothing was loaded: " + failed.getMessage());
        }
        return 1;
    }

    private int loaded(Path file) {
        ProgressBar bar = new ProgressBar(System.err, ProgressBar.onTerminal());
        Author author = new Author("operator", "operator", true);
        Loader.Loaded loaded = loader.load(() -> open(file), author, "load", "Loaded " + file.getFileName(), bar);
        int refusals = loaded.refusals().size();
        if (refusals == 0) {
            tidy();
        }
        bar.end();
        loaded.refusals().forEach(System.err::println);
        System.out.println(
                refusals == 0
                        ? FileCommand.counted(loaded.records(), "record") + " loaded"
                        : "Nothing was loaded: " + FileCommand.counted(refusals, "refusal"));
        return refusals == 0 ? 0 : 1;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file));
        content.mark(2);
        boolean compressed = (content.read() << 8 | content.read()) == GZIP;
        content.reset();
        return compressed ? new GZIPInputStream(content, SOME_BYTES) : content;
    }

    /** PostgreSQL would by itself within minutes, and until then reads lists as if they were short, and words one by one. */
    private void tidy() {
        try {
            Snapshot.of(database, false, connection -> new Sql("vacuum (analyze)").update(connection));
        } catch (RuntimeException untidy) {
            LOG.warnf("The file is loaded, and the database was not tidied after it: %s", untidy.getMessage());
        }
    }
}
