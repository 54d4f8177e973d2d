package throughline.database.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import throughline.database.CannotStartException;
import throughline.database.Login;
import throughline.registry.sql.Sql;
import throughline.registry.write.Loader;

/**
 * Fills an empty database with what a backup holds, all of it or nothing: the same records, versions and numbers, under a new epoch, since
 * what was numbered after the backup is gone and its numbers will be given out again.
 */
public final class Restore {

    private static final int BUFFER = 1 << 16;

    /** Makes the key by which the restored registry is opened. */
    @FunctionalInterface
    public interface NewKey {
        void make(Connection connection) throws SQLException;
    }

    private final BackupFile file;
    private final Staging staging;
    private final Loader.Progress progress;
    private int done;

    private Restore(BackupFile file, Staging staging, Loader.Progress progress) {
        this.file = file;
        this.staging = staging;
        this.progress = progress;
    }

    /**
     * @return the names of tables that are none of Throughline's, and were left out
     * @throws CannotStartException if the file is too new, or the database holds anything
     */
    public static List<String> fill(Login database, BackupFile file, NewKey key, Loader.Progress progress)
            throws SQLException, IOException {
        Staging staging = new Staging(database);
        requireKnown(file, staging.newest());
        try (Connection connection = database.connect()) {
            isMade(connection);
        }
        try (Connection connection = database.connectUntilEnded()) {
            return new Restore(file, staging, progress).fill(connection, key);
        } catch (SQLException | IOException | RuntimeException failed) {
            staging.dropAfter(failed);
            throw failed;
        }
    }

    private static void requireKnown(BackupFile file, MigrationVersion newest) {
        Manifest manifest = file.manifest();
        if (MigrationVersion.fromVersion(manifest.schema()).isNewerThan(newest.getVersion())) {
            throw new CannotStartException(file.path() + " was saved by Throughline " + manifest.software()
                    + ", and its tables are newer than this package: restore it with that one.");
        }
    }

    private List<String> fill(Connection connection, NewKey key) throws SQLException, IOException {
        staging.make(connection);
        staging.migrate(file.manifest().schema());
        connection.setAutoCommit(false);
        staging.enter(connection);
        List<String> foreign = copy(connection);
        connection.commit();
        staging.migrate("latest");
        connection.setAutoCommit(true);
        // What PostgreSQL would do by itself within minutes; until then it reads lists as if they were short.
        new Sql("vacuum (analyze)").update(connection);
        connection.setAutoCommit(false);
        staging.takePlace(connection, isMade(connection));
        key.make(connection);
        connection.commit();
        return foreign;
    }

    private List<String> copy(Connection connection) throws SQLException, IOException {
        // Each new database has an epoch of its own.
        String epoch = new Sql("select epoch from clock")
                .first(connection, row -> row.getString(1))
                .orElseThrow();
        Set<String> ours =
                Tables.inOrder(connection).stream().map(Tables.Found::name).collect(Collectors.toSet());
        // What the migrations put there stands in the file, as it became.
        new Sql("truncate \"" + String.join("\", \"", ours) + '"').update(connection);
        List<String> foreign = new ArrayList<>();
        for (Manifest.Table table : file.manifest().tables()) {
            if (ours.remove(table.name())) {
                copy(connection, table, (int) file.manifest().all());
            } else {
                foreign.add(table.name());
            }
        }
        if (!ours.isEmpty()) {
            throw new CannotStartException("The backup lacks these tables: " + String.join(", ", ours) + ".");
        }
        new Sql("update clock set epoch = ?", epoch).update(connection);
        return foreign;
    }

    private void copy(Connection connection, Manifest.Table table, int all) throws SQLException, IOException {
        try (InputStream rows = new Counted(file.rows(table), all)) {
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.copied() + " from stdin (freeze)", rows, BUFFER);
            if (copied != table.rows()) {
                throw new CannotStartException("The table " + table.name() + " has lost rows on its way.");
            }
        }
    }

    /** Whether a registry was made in the database already, though nothing is in it. */
    private static boolean isMade(Connection connection) throws SQLException {
        List<String> tables = new Sql(
                        "select tablename from pg_tables where schemaname = current_schema() and not exists"
                                + " (select from pg_depend where objid = format('%I.%I', schemaname, tablename)::regclass"
                                + " and deptype = 'e')")
                .list(connection, row -> row.getString(1));
        boolean made = tables.contains("flyway_schema_history") && tables.contains("clock");
        if (made && !connection.getAutoCommit()) {
            // Whoever would write in the meantime waits, and finds the registry restored.
            new Sql("lock table clock in access exclusive mode").update(connection);
        }
        boolean empty = made
                ? new Sql("select 1 from clock where seq = 0")
                        .first(connection, row -> true)
                        .isPresent()
                : tables.isEmpty();
        if (!empty) {
            throw new CannotStartException("The database is not empty: a backup is restored into an empty one alone.");
        }
        return made;
    }

    /** Rows as they are read; each ends with a line's end, and holds none. */
    private final class Counted extends FilterInputStream {

        private final int all;

        Counted(InputStream rows, int all) {
            super(rows);
            this.all = all;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            for (int i = offset; i < offset + read; i++) {
                done += bytes[i] == '\n' ? 1 : 0;
            }
            progress.at("Restoring", done, all);
            return read;
        }
    }
}
