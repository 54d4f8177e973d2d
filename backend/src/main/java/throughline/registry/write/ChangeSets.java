package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.query.Key;
import throughline.registry.query.Place;
import throughline.registry.query.Slice;
import throughline.registry.query.Walk;
import throughline.registry.record.Moment;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/** What was written together: by whom and why, which records, and who changed them since. */
@ApplicationScoped
public class ChangeSets {

    /** In a list a set shows its first records, and the last of those changed since; alone it shows all. */
    private static final int SHOWN = 50;

    private static final String RECORDS = """
            select s.id as change_set, r.* from unnest(?::text[]) s(id) cross join lateral (
                select h.id, h.kind, h.title, h.op, h.version, h.seq,
                    case when p.document is not null then h.document end as document,
                    case when h.document is not null then p.document end as before
                from history h left join history p on p.id = h.id and p.version = h.version - 1
                where h.change_set = s.id order by h.seq limit ?) r
            order by r.seq
            """;

    private static final List<Key> NEWEST_FIRST = List.of(new Key("s.id", "text", true, false, false));

    private final DataSource database;

    @Inject
    ChangeSets(DataSource database) {
        this.database = database;
    }

    /**
     * Which change sets are asked for, newest first.
     *
     * @param actor whose they are, or null for everyone's
     * @param session in which they were made, or null for any
     */
    public record Asked(String actor, String session, Place place, int limit) {}

    public Slice<ObjectNode> list(Asked asked) {
        Sql source = new Sql(" from change_set s where true");
        if (asked.actor() != null) {
            source.add(" and s.actor = ?", asked.actor());
        }
        if (asked.session() != null) {
            source.add(" and s.session = ?", asked.session());
        }
        return Snapshot.of(database, true, connection -> {
            Walk.Rows<ObjectNode> rows =
                    new Walk.Rows<>(", s.*", "left join change_set s on s.id = p.k0", ChangeSets::set);
            Slice<ObjectNode> page = new Walk(new Sql(""), source, NEWEST_FIRST, List.of())
                    .read(connection, asked.place(), asked.limit(), rows);
            fill(connection, page.rows(), SHOWN);
            return page;
        });
    }

    public ObjectNode one(String id) {
        return Snapshot.of(database, true, connection -> {
            ObjectNode set = new Sql("select * from change_set where id = ?", id)
                    .first(connection, ChangeSets::set)
                    .orElseThrow(ChangeSets::unknown);
            fill(connection, List.of(set), Integer.MAX_VALUE);
            return set;
        });
    }

    static ProblemException unknown() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such change set.");
    }

    private static ObjectNode set(ResultSet row) throws SQLException {
        ObjectNode set = Json.object()
                .put("id", row.getString("id"))
                .put("label", row.getString("label"))
                .put("reason", row.getString("reason"));
        set.set("by", Since.by(row));
        set.put("via", row.getString("via"))
                .put("at", Moment.text(Sql.instant(row, "at")))
                .put("undoable", true)
                .put("undoes", row.getString("undoes"))
                .put("undoneBy", row.getString("undone_by"))
                .put("root", row.getString("root"))
                .put("depth", row.getInt("depth"));
        set.putArray("records");
        set.putArray("changedSince");
        return set;
    }

    /** Says of all of them what they changed and what was changed since, in one statement each. */
    private static void fill(Connection connection, List<ObjectNode> sets, int most) throws SQLException {
        Map<String, ObjectNode> byId = new HashMap<>();
        sets.forEach(set -> byId.put(set.path("id").asText(), set));
        new Sql(RECORDS, byId.keySet(), most).each(connection, row -> byId.get(row.getString("change_set"))
                .withArray("records")
                .add(record(row)));
        Since.of(connection, byId.keySet(), most).forEach((id, since) -> {
            byId.get(id).put("undoable", false);
            byId.get(id).set("changedSince", Json.MAPPER.valueToTree(since));
        });
    }

    private static ObjectNode record(ResultSet row) throws SQLException {
        Kind<?> kind = Kinds.named(row.getString("kind")).orElseThrow();
        ObjectNode record = Json.object()
                .put("id", row.getString("id"))
                .put("kind", kind.name())
                .put("title", row.getString("title"))
                .put("op", row.getString("op"))
                .put("version", row.getInt("version"));
        ArrayNode changed = record.putArray("changed");
        ObjectNode before = Since.tree(kind, row.getString("before"));
        ObjectNode after = Since.tree(kind, row.getString("document"));
        if (before != null && after != null) {
            kind.fields().stream()
                    .map(Field::name)
                    .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                    .forEach(changed::add);
        }
        return record;
    }
}
