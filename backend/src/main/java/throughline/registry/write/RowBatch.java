package throughline.registry.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntConsumer;
import throughline.registry.sql.Sql;

/** One statement sent with many rows. */
final class RowBatch implements AutoCloseable {

    private static final int SOME = 500;

    private final Connection connection;
    private final PreparedStatement statement;
    private final IntConsumer sent;
    private int waiting;

    /** Sends all at its end. */
    RowBatch(Connection connection, String sql) throws SQLException {
        this(connection, sql, null);
    }

    /** Sends some hundred at a time, and tells how many. */
    RowBatch(Connection connection, String sql, IntConsumer sent) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql);
        this.sent = sent;
    }

    void row(Object... values) throws SQLException {
        Sql.bind(connection, statement, java.util.Arrays.asList(values));
        statement.addBatch();
        waiting++;
        if (sent != null && waiting == SOME) {
            flush();
        }
    }

    /** Sends what waits now, where a later statement rests on it. */
    void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            if (sent != null) {
                sent.accept(waiting);
            }
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            flush();
        }
    }
}
