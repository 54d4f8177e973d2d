package throughline.registry.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import throughline.registry.field.Kind;
import throughline.registry.problem.Problem;
import throughline.registry.sql.Sql;

/**
 * A record's row in the registry's index, its document apart.
 *
 * @param epoch of its latest change; {@code versionEpoch} that of its latest version
 * @param state {@code live}, {@code deleted} or {@code merged}
 */
public record Entry(
        String id,
        String kind,
        int version,
        long seq,
        String epoch,
        String versionEpoch,
        String lifecycle,
        String origin,
        String title,
        String state,
        String mergedInto,
        Instant createdAt) {

    private static final String COLUMNS =
            "id, kind, version, seq, epoch, version_epoch, lifecycle, origin, title, state, merged_into, created_at";

    public static Map<String, Entry> load(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            new Sql("select " + COLUMNS + " from entry where id = any(?)", ids)
                    .each(connection, row -> entries.put(row.getString("id"), read(row)));
        }
        return entries;
    }

    public static Optional<Entry> find(Connection connection, Kind<?> kind, String id) throws SQLException {
        return new Sql("select " + COLUMNS + " from entry where id = ? and kind = ?", id, kind.name())
                .first(connection, Entry::read);
    }

    public static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("id"),
                row.getString("kind"),
                row.getInt("version"),
                row.getLong("seq"),
                row.getString("epoch"),
                row.getString("version_epoch"),
                row.getString("lifecycle"),
                row.getString("origin"),
                row.getString("title"),
                row.getString("state"),
                row.getString("merged_into"),
                Sql.instant(row, "created_at"));
    }

    public boolean live() {
        return state.equals("live");
    }

    /** Whether the public sees the record. */
    public boolean isPublic() {
        return live() && isPublic(lifecycle);
    }

    public static boolean isPublic(String lifecycle) {
        return !lifecycle.equals("draft");
    }

    public Reference reference() {
        return new Reference(id, kind, title, origin);
    }

    public Problem.Named named() {
        return new Problem.Named(id, kind, title);
    }
}
