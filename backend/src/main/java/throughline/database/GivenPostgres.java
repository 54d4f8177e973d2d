package throughline.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A PostgreSQL of the operator's own, looked at before the server starts on it. */
public final class GivenPostgres {

    private static final int OLDEST = 15;
    private static final int PAUSE_MS = 500;
    private static final long BETWEEN_WORDS = TimeUnit.SECONDS.toNanos(10);

    /** Not reached (a name that nobody knows yet, too), cut off, starting, stopping, or with no place left for one more. */
    private static final String AWAY = "08001|08006|57P0.|53300";

    /** Each says in one column what stands in the way; no row where nothing does. */
    private static final String HINDRANCES = """
            select 'its encoding is ' || current_setting('server_encoding') || ', and must be UTF8: make a database with "encoding UTF8"'
                where current_setting('server_encoding') <> 'UTF8'
            union all
            select 'the extension ' || name || ' is not there: install PostgreSQL''s "contrib" package beside it'
                from (values ('unaccent'), ('pg_trgm')) needed (name)
                where name not in (select name from pg_available_extensions)
            union all
            select 'the user ' || current_user || ' may make nothing in it: let the user own the database'
                where not has_schema_privilege(coalesce(current_schema(), 'public'), 'create')
                    or not has_database_privilege(current_database(), 'create')
                        and (select count(*) from pg_extension where extname in ('unaccent', 'pg_trgm')) < 2
            """;

    private GivenPostgres() {}

    /** @throws CannotStartException if it does not answer, is too old, or lacks what is needed */
    public static void require(Login database) {
        absence(database).ifPresent(why -> {
            throw refused(database, why);
        });
    }

    /**
     * Waits for it as long as it does not answer, and says so.
     *
     * @throws CannotStartException if it answers, but is too old, or lacks what is needed
     */
    public static void await(Login database, Consumer<String> say) {
        long told = System.nanoTime() - BETWEEN_WORDS;
        for (Optional<String> absence = absence(database); absence.isPresent(); absence = absence(database)) {
            if (System.nanoTime() - told >= BETWEEN_WORDS) {
                told = System.nanoTime();
                say.accept(named(database) + " does not answer yet ("
                        + absence.get().replaceAll("\\s*\\R\\s*", " ") + "): waiting for it.");
            }
            pause();
        }
    }

    /** Why it does not answer; empty if it does and can be used. */
    private static Optional<String> absence(Login database) {
        try {
            // Nobody to wait for.
            DriverManager.getDriver(database.url());
        } catch (SQLException unknown) {
            throw refused(database, unknown.getMessage());
        }
        try (Connection connection = database.connect()) {
            requireUsable(database, connection);
            return Optional.empty();
        } catch (SQLException refused) {
            if (String.valueOf(refused.getSQLState()).matches(AWAY)) {
                return Optional.of(refused.getMessage());
            }
            throw refused(database, refused.getMessage());
        }
    }

    private static void requireUsable(Login database, Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new CannotStartException(
                    named(database) + " is version " + version + ": Throughline needs " + OLDEST + " or newer.");
        }
        try (Statement statement = connection.createStatement();
                ResultSet hindrance = statement.executeQuery(HINDRANCES)) {
            if (hindrance.next()) {
                throw new CannotStartException(named(database) + " cannot be used: " + hindrance.getString(1) + ".");
            }
        }
    }

    private static CannotStartException refused(Login database, String why) {
        return new CannotStartException(named(database) + " does not let Throughline in (" + why
                + "): see quarkus.datasource.jdbc.url, .username and .password.");
    }

    private static String named(Login database) {
        // What follows the question mark may hold a password.
        return "The PostgreSQL at " + database.url().replaceFirst("\\?.*", "");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("It was ended while it waited for its database.");
        }
    }
}
