package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;
import throughline.registry.problem.Problem;
import throughline.registry.record.Moment;
import throughline.registry.record.Stored;
import throughline.registry.sql.Sql;

/**
 * A record that says something else now than a change set left it with, and whose latest version that is. Compared is what the record says
 * of itself, so that later changes that were undone again do not count.
 */
record Since(String id, String kind, String title, int version, ObjectNode by, String at) {

    private static final String LATER = """
            select s.id as change_set, r.* from unnest(?::text[]) s(id) cross join lateral (
                select h.id, h.kind, e.title, e.version, n.at, n.seq, c.role, c.actor_name
                from history h join entry e on e.id = h.id and e.version > h.version
                    join history n on n.id = e.id and n.version = e.version
                    join change_set c on c.id = n.change_set
                where h.change_set = s.id and (n.content = h.content) is not true order by n.seq desc limit ?) r
            order by r.seq desc
            """;

    /** By change set, the latest first; a set whose records nobody changed is not among them. */
    static Map<String, List<Since>> of(Connection connection, Collection<String> changeSets, int most)
            throws SQLException {
        Map<String, List<Since>> since = new HashMap<>();
        new Sql(LATER, changeSets, most)
                .each(connection, row -> since.computeIfAbsent(row.getString("change_set"), id -> new ArrayList<>())
                        .add(read(row)));
        return since;
    }

    /** What a document of the history says of its record; null for a deletion. */
    static ObjectNode tree(Kind<?> kind, String document) {
        return document == null ? null : Stored.tree(kind, Json.read(document));
    }

    static ObjectNode by(ResultSet row) throws SQLException {
        return Json.object().put("role", row.getString("role")).put("name", row.getString("actor_name"));
    }

    private static Since read(ResultSet row) throws SQLException {
        return new Since(
                row.getString("id"),
                row.getString("kind"),
                row.getString("title"),
                row.getInt("version"),
                by(row),
                Moment.text(Sql.instant(row, "at")));
    }

    Problem.Named named() {
        return new Problem.Named(id, kind, title);
    }
}
