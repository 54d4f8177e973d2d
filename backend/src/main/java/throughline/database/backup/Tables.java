package throughline.database.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.registry.sql.Sql;

/** The tables that a backup holds, as PostgreSQL knows them: a new kind's are among them without a word said here. */
final class Tables {

    /** Flyway's history belongs to the database; and a key that opened one registry opens no other. */
    private static final String ALL = """
            select t.relname,
                array(select attname::text from pg_attribute
                    where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum),
                array(select f.relname::text from pg_constraint c join pg_class f on f.oid = c.confrelid
                    where c.conrelid = t.oid and c.contype = 'f' and f.oid <> t.oid)
            from pg_class t where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
                and t.relname not in ('flyway_schema_history', 'operator_key')
            order by 1
            """;

    private Tables() {}

    record Found(String name, List<String> columns, List<String> refersTo) {}

    /** Each after those that it refers to. */
    static List<Found> inOrder(Connection connection) throws SQLException {
        List<Found> left = new ArrayList<>(new Sql(ALL)
                .list(connection, row -> new Found(row.getString(1), texts(row.getArray(2)), texts(row.getArray(3)))));
        List<Found> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> waiting = left.stream().map(Found::name).collect(Collectors.toSet());
            List<Found> next = left.stream()
                    .filter(table -> table.refersTo().stream().noneMatch(waiting::contains))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + waiting);
            }
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }

    private static List<String> texts(java.sql.Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
