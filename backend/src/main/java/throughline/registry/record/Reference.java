package throughline.registry.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import throughline.registry.json.Json;
import throughline.registry.sql.Sql;

/** What is told of a record wherever another one names it. */
public record Reference(String id, String kind, String title, String origin) {

    /**
     * The reference's bytes in any document. A rename replaces exactly these, so they are made here alone, and without a blank.
     */
    public String json() {
        return "\"id\":" + Json.quoted(id) + ",\"kind\":" + Json.quoted(kind) + ",\"title\":" + Json.quoted(title)
                + ",\"origin\":" + Json.quoted(origin);
    }

    public ObjectNode tree() {
        return Json.object().put("id", id).put("kind", kind).put("title", title).put("origin", origin);
    }

    public static Map<String, Reference> load(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, Reference> references = new HashMap<>();
        if (!ids.isEmpty()) {
            new Sql("select id, kind, title, origin from entry where id = any(?)", ids)
                    .each(
                            connection,
                            row -> references.put(
                                    row.getString(1),
                                    new Reference(
                                            row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
        }
        return references;
    }
}
