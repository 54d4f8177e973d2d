package throughline.registry.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;
import throughline.registry.record.Links;
import throughline.registry.record.Reference;
import throughline.registry.sql.Sql;

/** Who refers to a record, how and since when: each link read from its other end. */
@ApplicationScoped
public class Referring {

    private static final int MOST = 200;

    private static final String LINKS = """
            select l.*, e.id as owner_id, e.kind, e.title, e.origin from link l join entry e on e.id = l.owner
            where l.target = ? and e.state = 'live' and (? or (e.lifecycle <> 'draft' and not l.hidden))
                and (?::text[] is null or e.kind = any(?)) and (?::text is null or l.field = ?)
            order by l.field, e.title, e.id, l.item, l.position limit ?
            """;

    private final DataSource database;
    private final Reader reader;

    @Inject
    Referring(DataSource database, Reader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** @param kinds the owners' kinds, or null for any; {@code field} the field that states it, or null for any */
    public ObjectNode list(Kind<?> kind, String id, List<String> kinds, String field, boolean seesPrivateParts) {
        reader.read(kind, id, seesPrivateParts);
        ArrayNode items = Json.NODES.arrayNode();
        try (Connection connection = database.getConnection()) {
            new Sql(LINKS, id, seesPrivateParts, kinds, kinds, field, field, MOST)
                    .each(connection, row -> items.add(item(row)));
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
        ObjectNode answer = Json.object();
        answer.set("items", items);
        answer.set("page", Json.object().put("limit", MOST).putNull("next").putNull("prev"));
        return answer;
    }

    private static ObjectNode item(ResultSet row) throws SQLException {
        ObjectNode said = Links.said(row);
        ObjectNode item = Json.object();
        item.set(
                "record",
                new Reference(
                                row.getString("owner_id"),
                                row.getString("kind"),
                                row.getString("title"),
                                row.getString("origin"))
                        .tree());
        item.put("field", row.getString("field")).put("part", row.getString("part"));
        for (String name : List.of("type", "role", "from", "to", "on", "source", "note")) {
            item.set(name, said.path(name).isMissingNode() ? Json.NODES.nullNode() : said.get(name));
        }
        return item;
    }
}
