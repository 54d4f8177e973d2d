package throughline.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import throughline.registry.sql.Sql;
import throughline.registry.write.Author;
import throughline.registry.write.Loader;

/** Loads the demo registry into an empty database, through the same door as any file. */
@ApplicationScoped
class Demo {

    private static final String ORGANIZATIONS = "/demo/organizations.ndjson";
    private static final String CONVENINGS = "/demo/convenings.ndjson";

    private final DataSource database;
    private final Loader loader;
    private final boolean wanted;

    @Inject
    Demo(
            DataSource database,
            Loader loader,
            @ConfigProperty(name = "throughline.demo", defaultValue = "false") boolean wanted) {
        this.database = database;
        this.loader = loader;
        this.wanted = wanted;
    }

    void load(@Observes StartupEvent start) {
        if (wanted && isEmpty()) {
            Author author = new Author("demo", "operator", true);
            Loader.Loaded loaded =
                    loader.load(Demo::lines, author, "demo", "Loaded the demo registry", (step, done, all) -> {});
            // Of two servers that began on one database, one comes too late, and need not mind.
            if (!loaded.refusals().isEmpty() && isEmpty()) {
                throw new IllegalStateException("The demo registry was refused: " + loaded.refusals());
            }
        }
    }

    private boolean isEmpty() {
        try (Connection connection = database.getConnection()) {
            return new Sql("select 1 from entry limit 1")
                    .first(connection, row -> true)
                    .isEmpty();
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
    }

    private static InputStream lines() {
        return new SequenceInputStream(
                Demo.class.getResourceAsStream(ORGANIZATIONS), Demo.class.getResourceAsStream(CONVENINGS));
    }
}
