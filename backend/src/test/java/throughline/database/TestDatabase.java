package throughline.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** The database that users get, with a new one inside it for each run of the tests. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = EmbeddedPostgres.start(Path.of("target", "test-data"));
        String database = "run_" + System.currentTimeMillis();
        try {
            postgres.createDatabase(database);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(database),
                "quarkus.datasource.username", postgres.user(),
                "quarkus.datasource.password", postgres.password(),
                "throughline.database.own", "true",
                "throughline.data-dir",
                        Path.of("target", "test-data", database)
                                .toAbsolutePath()
                                .toString());
    }

    @Override
    public void stop() {
        postgres.close();
    }
}
