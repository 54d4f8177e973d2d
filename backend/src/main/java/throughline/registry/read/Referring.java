package throughline.registry.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.field.Storage;
import throughline.registry.json.Json;
import throughline.registry.query.Key;
import throughline.registry.query.Place;
import throughline.registry.query.Slice;
import throughline.registry.query.Walk;
import throughline.registry.record.Links;
import throughline.registry.record.Reference;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/** Who refers to a record, how and since when: each link read from its other end, by field, title and id. */
@ApplicationScoped
public class Referring {

    private static final List<Key> ORDER = List.of(
            Key.ascending("l.field collate \"C\"", "text"),
            Key.ascending("fold(e.title) collate \"C\"", "text"),
            Key.ascending("e.id", "text"),
            Key.ascending("l.item", "int"),
            Key.ascending("l.position", "int"));
    private static final Walk.Rows<ObjectNode> ROWS = new Walk.Rows<>(
            ", l.*, e.kind, e.title, e.origin",
            "left join link l on l.owner = p.k2 and l.field = p.k0 and l.item = p.k3 and l.position = p.k4"
                    + " left join entry e on e.id = p.k2",
            Referring::item);

    private final DataSource database;

    @Inject
    Referring(DataSource database) {
        this.database = database;
    }

    /**
     * Which links are asked for.
     *
     * @param kinds of the records that state them, or null for any
     * @param fields that state them, or null for any
     */
    public record Asked(List<String> kinds, List<String> fields, Place place, int limit) {}

    public Slice<ObjectNode> list(Kind<?> kind, String id, Asked asked, boolean seesPrivateParts) {
        Sql source = new Sql(" from link l join entry e on e.id = l.owner where l.target = ? and e.state = 'live'", id);
        if (!seesPrivateParts) {
            source.add(" and e.lifecycle <> 'draft' and not l.hidden");
        }
        if (asked.kinds() != null) {
            source.add(" and e.kind = any(?)", asked.kinds());
        }
        if (asked.fields() != null) {
            source.add(" and l.field = any(?)", asked.fields());
        }
        return Snapshot.of(database, true, connection -> {
            Reader.find(connection, kind, id, seesPrivateParts);
            return new Walk(new Sql(""), source, ORDER, List.of()).read(connection, asked.place(), asked.limit(), ROWS);
        });
    }

    /** The fields in which a record can refer to another, as {@code link} calls them. */
    public static List<String> fields() {
        return Kinds.all().stream()
                .flatMap(kind -> kind.fields().stream())
                .flatMap(field -> field.storage() == Storage.LINK || field.group() == null
                        ? Stream.of(field)
                                .filter(one -> one.storage() == Storage.LINK)
                                .map(Field::name)
                        : field.group().fields().stream()
                                .filter(member -> member.type().link())
                                .map(member -> field.name() + "." + member.name()))
                .distinct()
                .sorted()
                .toList();
    }

    private static ObjectNode item(ResultSet row) throws SQLException {
        ObjectNode said = Links.said(row);
        ObjectNode item = Json.object();
        item.set(
                "record",
                new Reference(
                                row.getString("owner"),
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
