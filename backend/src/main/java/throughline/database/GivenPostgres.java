package throughline.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of the operator's own, looked at before the server starts on it. */
public final class GivenPostgres {

    private static final int OLDEST = 15;

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
    public static void require(Login login) {
        // What follows the question mark may hold a password.
        String named = "The PostgreSQL at " + login.url().replaceFirst("\\?.*", "");
        try (Connection connection = login.connect()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStartException(
                        named + " is version " + version + ": Throughline needs " + OLDEST + " or newer.");
            }
            try (Statement statement = connection.createStatement();
                    ResultSet hindrance = statement.executeQuery(HINDRANCES)) {
                if (hindrance.next()) {
                    throw new CannotStartException(named + " cannot be used: " + hindrance.getString(1) + ".");
                }
            }
        } catch (SQLException refused) {
            throw new CannotStartException(named + " does not let Throughline in (" + refused.getMessage()
                    + "): see quarkus.datasource.jdbc.url, .username and .password.");
        }
    }
}
