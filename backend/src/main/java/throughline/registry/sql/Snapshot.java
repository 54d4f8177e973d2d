package throughline.registry.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What one answer is read from: whatever is written meanwhile, all its statements see the same. */
public final class Snapshot {

    private Snapshot() {}

    /** What reads the answer. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    /** @param several whether more than one statement reads it: a single one is a snapshot by itself */
    public static <T> T of(DataSource database, boolean several, Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            return several ? inOne(connection, reading) : reading.read(connection);
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
    }

    private static <T> T inOne(Connection connection, Reading<T> reading) throws SQLException {
        connection.setAutoCommit(false);
        try {
            connection.createStatement().execute("set transaction isolation level repeatable read, read only");
            return reading.read(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
