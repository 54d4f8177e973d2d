package throughline.registry.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What one answer is read from: whatever is written meanwhile, all its statements see the same. */
public final class Snapshot {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

    private Snapshot() {}

    /** What reads the answer. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    /** @param several whether more than one statement reads it: a single one is a snapshot by itself */
    public static <T> T of(DataSource database, boolean several, Reading<T> reading) {
        return onWhole(() -> {
            try (Connection connection = database.getConnection()) {
                return several ? inOne(connection, reading) : reading.read(connection);
            } catch (SQLException refused) {
                throw Sql.refused(refused);
            }
        });
    }

    /**
     * Does it again where a connection was lost: it may have broken long before, while nobody used it, and the database be there. A broken
     * one leaves the pool at once, so that a whole one is met soon; while the database is away there is none, and that ends it.
     */
    public static <T> T onWhole(Supplier<T> reading) {
        long begin = System.nanoTime();
        while (true) {
            try {
                return reading.get();
            } catch (RuntimeException refused) {
                if (System.nanoTime() - begin > LONGEST || !Failure.lostConnection(refused)) {
                    throw refused;
                }
            }
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
