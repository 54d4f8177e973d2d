package throughline.registry.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import throughline.registry.sql.Sql;

/** One statement sent with many rows, some hundred at a time. */
final class RowBatch implements AutoCloseable {

    private static final int SOME = 500;

    private final Connection connection;
    private final PreparedStatement statement;
    private int waiting;

    RowBatch(Connection connection, String sql) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql);
    }

    void row(Object... values) throws SQLException {
        Sql.bind(connection, statement, Arrays.asList(values));
        statement.addBatch();
        waiting++;
        if (waiting == SOME) {
            send();
        }
    }

    private void send() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            if (waiting > 0) {
                send();
            }
        }
    }
}
