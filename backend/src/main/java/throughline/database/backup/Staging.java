package throughline.database.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import throughline.database.Login;
import throughline.registry.sql.Sql;

/**
 * A schema in which a registry is made ready unseen. It takes the place of the empty one in a single transaction, so whatever goes wrong
 * before, a power cut too, leaves the database as it was.
 */
final class Staging {

    private static final String SCHEMA = "throughline_restoring";

    private static final String OWN_FUNCTION = """
            from pg_proc p where p.pronamespace = '%s'::regnamespace
                and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
            """.formatted(SCHEMA);

    /** What stands in the way: the same tables, and what they were made with, empty. */
    private static final String OBSTACLES = """
            select 'drop table ' || string_agg(format('%%I.%%I', l.schemaname, l.tablename), ', ')
                from pg_tables l join pg_tables s on s.tablename = l.tablename and s.schemaname = '%1$s'
                where l.schemaname = current_schema() having count(*) > 0
            union all
            select 'drop function if exists ' || string_agg(format('%%I.%%I(%%s)', current_schema(), p.proname,
                pg_get_function_identity_arguments(p.oid)), ', ') %2$s
            """.formatted(SCHEMA, OWN_FUNCTION);

    private static final String MOVES = """
            select format('alter table %%I.%%I set schema %%I', schemaname, tablename, current_schema())
                from pg_tables where schemaname = '%1$s'
            union all
            select format('alter function %%s set schema %%I', p.oid::regprocedure, current_schema()) %2$s
            union all
            select format('alter extension %%I set schema %%I', extname, current_schema())
                from pg_extension where extnamespace = '%1$s'::regnamespace
            """.formatted(SCHEMA, OWN_FUNCTION);

    private final Login database;

    Staging(Login database) {
        this.database = database;
    }

    /** The newest version of the tables that this package knows. */
    MigrationVersion newest() {
        var known = flyway("latest").info().all();
        return known[known.length - 1].getVersion();
    }

    void make(Connection connection) throws SQLException {
        drop();
        new Sql("create schema " + SCHEMA).update(connection);
    }

    void migrate(String version) {
        flyway(version).migrate();
    }

    private Flyway flyway(String target) {
        FluentConfiguration configuration = Flyway.configure(Staging.class.getClassLoader())
                .dataSource(database.url(), database.user(), database.password())
                .schemas(SCHEMA)
                .createSchemas(false)
                .target(target);
        return configuration.load();
    }

    /** Looks into it first, and then where the connection looked before. */
    void enter(Connection connection) throws SQLException {
        new Sql("set local search_path = " + SCHEMA + ", " + path(connection)).update(connection);
    }

    private static String path(Connection connection) throws SQLException {
        return new Sql("show search_path")
                .first(connection, row -> row.getString(1))
                .orElseThrow();
    }

    /** Takes the place of the empty registry, where there is one. */
    void takePlace(Connection connection, boolean ofAnother) throws SQLException {
        if (ofAnother) {
            each(connection, OBSTACLES);
        }
        each(connection, MOVES);
        // Refused if anything was left in it.
        new Sql("drop schema " + SCHEMA).update(connection);
    }

    private static void each(Connection connection, String statements) throws SQLException {
        List<String> all = new Sql(statements).list(connection, row -> row.getString(1));
        for (String statement : all) {
            new Sql(statement).update(connection);
        }
    }

    /** Leaves nothing behind. */
    void dropAfter(Exception failed) {
        try {
            drop();
        } catch (SQLException away) {
            // The next restore drops it first.
            failed.addSuppressed(away);
        }
    }

    // By a connection of its own, since the one that failed may be broken.
    private void drop() throws SQLException {
        try (Connection connection = database.connect()) {
            new Sql("drop schema if exists " + SCHEMA + " cascade").update(connection);
        }
    }
}
