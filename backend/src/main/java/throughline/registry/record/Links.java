package throughline.registry.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import throughline.registry.field.Link;
import throughline.registry.json.Json;
import throughline.registry.sql.Sql;

/** Reads and writes the rows of {@code link}. */
public final class Links {

    private Links() {}

    public static Map<String, List<Link>> load(Connection connection, Collection<String> owners) throws SQLException {
        Map<String, List<Link>> links = new HashMap<>();
        new Sql("select * from link where owner = any(?) order by owner, field, item, position", owners)
                .each(connection, row -> links.computeIfAbsent(row.getString("owner"), id -> new ArrayList<>())
                        .add(read(row)));
        return links;
    }

    private static Link read(ResultSet row) throws SQLException {
        return new Link(
                row.getString("field"),
                row.getString("part"),
                row.getInt("item"),
                row.getInt("position"),
                row.getString("target"),
                row.getBoolean("hidden"),
                said(row));
    }

    /** What a link says of itself, as far as it does. */
    public static ObjectNode said(ResultSet row) throws SQLException {
        ObjectNode said = Json.object();
        put(said, "type", row.getString("type"));
        put(said, "role", row.getString("role"));
        put(said, "from", row.getString("from_on"));
        put(said, "to", row.getString("to_on"));
        put(said, "on", row.getString("on_date"));
        put(said, "note", row.getString("note"));
        String source = row.getString("source");
        if (source != null) {
            said.set("source", sourceInOrder(Json.read(source)));
        }
        return said;
    }

    // jsonb forgets the order of members.
    private static ObjectNode sourceInOrder(ObjectNode source) {
        ObjectNode ordered = Json.object();
        for (String name : List.of("title", "url", "publisher", "publishedOn", "retrievedOn", "note")) {
            ordered.set(name, source.path(name).isMissingNode() ? Json.NODES.nullNode() : source.get(name));
        }
        return ordered;
    }

    private static void put(ObjectNode said, String name, String value) {
        if (value != null) {
            said.put(name, value);
        }
    }

    public static void delete(Connection connection, String owner) throws SQLException {
        new Sql("delete from link where owner = ?", owner).update(connection);
    }
}
