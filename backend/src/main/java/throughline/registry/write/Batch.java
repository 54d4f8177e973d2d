package throughline.registry.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import throughline.registry.sql.Sql;

/** One statement sent with many rows. */
final class Batch implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement statement;
    private int waiting;

    Batch(Connection connection, String sql) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql);
    }

    void row(Object... values) throws SQLException {
        Sql.bind(connection, statement, java.util.Arrays.asList(values));
        statement.addBatch();
        waiting++;
    }

    /** Sends what waits now, where a later statement rests on it. */
    void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
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
