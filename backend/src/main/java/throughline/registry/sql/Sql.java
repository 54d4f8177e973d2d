package throughline.registry.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.PGStatement;

/** One SQL statement under construction: its text and the values of its question marks grow together. */
public final class Sql {

    private static final int SOME_ROWS = 50;
    private static final LongAdder SENT = new LongAdder();

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private boolean plannedEachTime;

    public Sql(String fragment, Object... arguments) {
        add(fragment, arguments);
    }

    /** What to do with a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What to do with each row, for its effect. */
    @FunctionalInterface
    public interface Each {
        void read(ResultSet row) throws SQLException;
    }

    public Sql add(String fragment, Object... arguments) {
        text.append(fragment);
        values.addAll(java.util.Arrays.asList(arguments));
        return this;
    }

    public Sql add(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /**
     * Has PostgreSQL plan the statement for its very values each time. Of a statement that it keeps it soon makes one plan for any values: good
     * for a primary key, ten times slower for a list whose words or filters are rare.
     */
    public Sql plannedEachTime() {
        plannedEachTime = true;
        return this;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(connection, result -> rows.add(row.read(result)));
        return rows;
    }

    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        return list(connection, row).stream().findFirst();
    }

    public void each(Connection connection, Each row) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                row.read(result);
            }
        }
    }

    /** Reads rows, some at a time where there is a transaction, until one of them is enough. */
    public void until(Connection connection, Row<Boolean> enough) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            statement.setFetchSize(SOME_ROWS);
            try (ResultSet result = statement.executeQuery()) {
                boolean done = false;
                while (!done && result.next()) {
                    done = enough.read(result);
                }
            }
        }
    }

    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** How many statements this process has sent: by this a test holds each read to the number that it promises. */
    public static long sent() {
        return SENT.sum();
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        SENT.increment();
        PreparedStatement statement = connection.prepareStatement(text.toString());
        if (plannedEachTime) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        bind(connection, statement, values);
        return statement;
    }

    /** Puts the values at the statement's question marks: lists as text arrays, instants in UTC. */
    public static void bind(Connection connection, PreparedStatement statement, List<Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Collection<?> list) {
                statement.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A failure of the database, for callers that cannot declare it; the shared mapper tells an outage from a mistake. */
    public static DatabaseException refused(SQLException cause) {
        return new DatabaseException(cause);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
