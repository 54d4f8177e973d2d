package throughline.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import throughline.registry.field.Field;
import throughline.registry.field.Group;
import throughline.registry.field.Kind;
import throughline.registry.field.Source;
import throughline.registry.field.Type;
import throughline.registry.json.Json;
import throughline.registry.record.Document;
import throughline.registry.record.Reference;
import throughline.registry.record.Tag;
import throughline.registry.record.View;

/** Records of the demo registry as examples: the first of each kind as it is answered, the last as it is sent. */
final class KindExamples {

    private static final Instant MADE = Instant.parse("2026-11-25T03:00:00.123456Z");
    private static final int NUMBER = 57;
    private static final String EPOCH = "k3f9";

    private final List<Kind<?>> kinds;
    private final Map<String, List<ObjectNode>> bodies = new HashMap<>();
    private final Map<String, Reference> references = new HashMap<>();

    KindExamples(List<Kind<?>> kinds) {
        this.kinds = kinds;
        for (Kind<?> kind : kinds) {
            bodies.put(kind.name(), read(kind));
            bodies.get(kind.name()).forEach(body -> refer(kind, body));
        }
    }

    private static List<ObjectNode> read(Kind<?> kind) {
        try (InputStream file = KindExamples.class.getResourceAsStream("/demo/" + kind.plural() + ".ndjson")) {
            if (file == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(Json::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void refer(Kind<?> kind, ObjectNode body) {
        String id = body.path("id").asText();
        String title = body.path(kind.titleField()).asText();
        references.put(
                id, new Reference(id, kind.name(), title, body.path("origin").asText("sourced")));
    }

    void add(Kind<?> kind, ObjectNode examples) {
        if (bodies.get(kind.name()).isEmpty()) {
            return;
        }
        ObjectNode body = bodies.get(kind.name()).get(0);
        ObjectNode draft = draft(kind);
        ObjectNode record = record(kind, body);
        String name = kind.schemaName();
        put(examples, name, "As everyone reads it", record);
        put(examples, name + "Draft", "As it was sent", draft);
        ObjectNode patch = Json.object();
        patch.set(kind.titleField(), draft.get(kind.titleField()));
        put(examples, name + "Patch", "Another name, and no tags", patch.putNull("tags"));
        ObjectNode page = Json.object();
        page.putArray("items").add(record);
        page.putObject("page").put("limit", 50).putNull("next").putNull("prev").putNull("at");
        put(examples, name + "Page", "A page of one", page);
    }

    /** The id of the record that is shown, so that it can be asked for where the demo registry is loaded. */
    String id(Kind<?> kind) {
        return bodies.get(kind.name()).stream()
                .findFirst()
                .map(body -> body.path("id").asText())
                .orElse(kind.prefix() + "_01m8801200fdqst67annhakk56");
    }

    /** The last one is made up: it has no identifier that the registry holds already, and can be sent as it stands. */
    private ObjectNode draft(Kind<?> kind) {
        List<ObjectNode> sent = bodies.get(kind.name());
        ObjectNode draft = sent.get(sent.size() - 1).deepCopy();
        draft.remove("id");
        kind.fields().stream().filter(field -> field.type() == Type.GROUP).forEach(field -> draft.path(field.name())
                .forEach(item -> ((ObjectNode) item).remove("id")));
        return draft;
    }

    /** For the operations that answer a record of whatever kind. */
    void addAnyRecord(ObjectNode examples) {
        kinds.stream()
                .filter(kind -> examples.has(kind.schemaName()))
                .findFirst()
                .ifPresent(kind -> examples.set("Record", examples.get(kind.schemaName())));
    }

    private static void put(ObjectNode examples, String name, String summary, JsonNode value) {
        examples.putObject(name).put("summary", summary).set("value", value);
    }

    private ObjectNode record(Kind<?> kind, ObjectNode body) {
        ObjectNode tree = Json.object();
        kind.fields().stream()
                .filter(Field::writable)
                .forEach(field -> tree.set(field.name(), whole(field, body.path(field.name()))));
        Tag tag = Tag.ofPublic(body.path("id").asText(), 1, EPOCH, NUMBER, EPOCH);
        return Document.of(kind, tree, new Document.Head(tag, 1, NUMBER, MADE, MADE), references, View.PUBLIC);
    }

    /** The value with all that the server adds to what was sent. */
    private static JsonNode whole(Field<?> field, JsonNode sent) {
        if (field.many()) {
            List<JsonNode> items = new ArrayList<>();
            sent.forEach(item -> items.add(one(field, item)));
            return new ArrayNode(Json.NODES, items);
        }
        return sent.isMissingNode() || sent.isNull() ? Json.MAPPER.valueToTree(field.initialValue()) : one(field, sent);
    }

    private static JsonNode one(Field<?> field, JsonNode sent) {
        if (field.type().link()) {
            return sent.isTextual() ? Json.object().put("id", sent.textValue()) : said(sent);
        }
        return field.group() == null ? sent : item(field.group(), sent);
    }

    private static ObjectNode item(Group<?> group, JsonNode sent) {
        ObjectNode item = Json.object();
        group.fields().forEach(member -> item.set(member.name(), whole(member, sent.path(member.name()))));
        return item;
    }

    private static ObjectNode said(JsonNode link) {
        ObjectNode said = Json.object().putNull("on").putNull("source").putNull("note");
        said.setAll((ObjectNode) link);
        if (link.path("source").isObject()) {
            said.set("source", item(Source.GROUP, link.path("source")));
        }
        return said;
    }
}
