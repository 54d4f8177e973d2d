package throughline;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;
import throughline.registry.write.Author;
import throughline.registry.write.Loader;

/** {@code load FILE}: loads a file of records, one a line, whole or not at all. */
public class LoadCommand implements QuarkusApplication {

    @Inject
    Loader loader;

    @Inject
    DataSource database;

    @Override
    public int run(String... arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (!Files.isReadable(file)) {
            System.err.println("There is no file to read at " + file);
            return 1;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            Author author = new Author("operator", "operator", true);
            Loader.Loaded loaded = loader.load(
                    lines,
                    author,
                    "load",
                    "Loaded " + file.getFileName(),
                    done -> System.err.printf("\r%,d records ", done));
            System.err.println();
            tidy();
            loaded.refusals().forEach(System.err::println);
            System.out.println(
                    loaded.refusals().isEmpty()
                            ? loaded.records() + " records loaded"
                            : "Nothing was loaded: " + loaded.refusals().size() + " refusals");
            return loaded.refusals().isEmpty() ? 0 : 1;
        }
    }

    /** PostgreSQL would by itself within minutes, and until then reads lists as if they were short, and words one by one. */
    private void tidy() {
        Snapshot.of(database, false, connection -> new Sql("vacuum (analyze)").update(connection));
    }
}
