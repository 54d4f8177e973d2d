package throughline.registry.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Moment;
import throughline.registry.record.Stored;
import throughline.registry.sql.Sql;

/** A record's versions, newest first, each with what it changed; for the public those alone in which the record was public. */
@ApplicationScoped
public class Histories {

    private static final String VERSIONS = """
            select h.version, h.seq, h.at, h.op, h.document, h.lifecycle, h.change_set, c.role, c.via, c.reason, c.actor_name
            from history h join change_set c on c.id = h.change_set where h.id = ? order by h.version
            """;

    private final DataSource database;
    private final Reader reader;

    @Inject
    Histories(DataSource database, Reader reader) {
        this.database = database;
        this.reader = reader;
    }

    private record Version(int number, ObjectNode item, ObjectNode document, boolean isPublic) {}

    public ObjectNode list(Kind<?> kind, String id, boolean seesPrivateParts) {
        ArrayNode items = Json.NODES.arrayNode();
        ObjectNode before = null;
        for (Version version : versions(kind, id, seesPrivateParts)) {
            ArrayNode changes = version.item().putArray("changes");
            if (before != null && version.document() != null) {
                differences(kind, before, version.document(), changes);
            }
            boolean silent = !seesPrivateParts && before != null && changes.isEmpty() && version.document() != null;
            if (!silent) {
                items.insert(0, version.item());
            }
            before = version.document() == null ? before : version.document();
        }
        ObjectNode answer = Json.object();
        answer.set("items", items);
        answer.set(
                "page", Json.object().put("limit", items.size()).putNull("next").putNull("prev"));
        return answer;
    }

    /** The record as it was. */
    public ObjectNode at(Kind<?> kind, String id, int number, boolean seesPrivateParts) {
        return versions(kind, id, seesPrivateParts).stream()
                .filter(version -> version.number() == number && version.document() != null)
                .findFirst()
                .map(Version::document)
                .orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "The record has no version " + number + "."));
    }

    private List<Version> versions(Kind<?> kind, String id, boolean seesPrivateParts) {
        if (!seesPrivateParts) {
            reader.read(kind, id, false);
        }
        try (Connection connection = database.getConnection()) {
            List<Version> versions = new Sql(VERSIONS, id).list(connection, row -> {
                ObjectNode item = Json.object()
                        .put("version", row.getInt("version"))
                        .put("seq", row.getLong("seq"))
                        .put("at", Moment.text(Sql.instant(row, "at")))
                        .put("op", row.getString("op"));
                ObjectNode by = item.putObject("by").put("role", row.getString("role"));
                if (seesPrivateParts) {
                    by.put("name", row.getString("actor_name"));
                }
                item.put("via", row.getString("via")).put("reason", row.getString("reason"));
                if (seesPrivateParts) {
                    item.put("changeSet", row.getString("change_set"));
                }
                String document = row.getString("document");
                return new Version(
                        row.getInt("version"),
                        item,
                        document == null ? null : Json.read(document),
                        !row.getString("lifecycle").equals("draft"));
            });
            if (versions.isEmpty()) {
                throw ProblemException.of(ProblemType.NOT_FOUND, "There is no such record.");
            }
            return seesPrivateParts ? versions : publicOnes(kind, versions);
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
    }

    private static List<Version> publicOnes(Kind<?> kind, List<Version> versions) {
        ObjectNode today = versions.get(versions.size() - 1).document();
        List<Version> shown = new ArrayList<>();
        for (Version version : versions) {
            if (version.isPublic() && version.document() != null) {
                shown.add(new Version(
                        version.number(),
                        version.item(),
                        Stored.publicView(kind, version.document(), today == null ? Json.object() : today),
                        true));
            }
        }
        return shown;
    }

    private static void differences(Kind<?> kind, ObjectNode before, ObjectNode after, ArrayNode changes) {
        for (Field<?> field : kind.fields()) {
            JsonNode old = before.path(field.name());
            JsonNode now = after.path(field.name());
            if (field.writable() && !(old.isMissingNode() && now.isMissingNode()) && !old.equals(now)) {
                ObjectNode change = changes.addObject().put("pointer", "/" + field.name());
                change.set("before", old.isMissingNode() ? Json.NODES.nullNode() : old);
                change.set("after", now.isMissingNode() ? Json.NODES.nullNode() : now);
            }
        }
    }
}
