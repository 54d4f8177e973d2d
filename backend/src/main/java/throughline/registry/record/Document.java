package throughline.registry.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.Storage;
import throughline.registry.field.Type;
import throughline.registry.json.Json;

/** Makes a record's JSON from its tree and its kind's declaration: the only place where that shape is made. */
public final class Document {

    private final Kind<?> kind;
    private final ObjectNode tree;
    private final Map<String, Reference> references;
    private final View view;

    private Document(Kind<?> kind, ObjectNode tree, Map<String, Reference> references, View view) {
        this.kind = kind;
        this.tree = tree;
        this.references = references;
        this.view = view;
    }

    /**
     * What a document says beside its tree.
     *
     * @param tag the public answer's tag
     */
    public record Head(Tag tag, int version, long seq, Instant createdAt, Instant updatedAt) {}

    public static ObjectNode of(
            Kind<?> kind, ObjectNode tree, Head head, Map<String, Reference> references, View view) {
        ObjectNode document = new Document(kind, tree, references, view).make(head);
        if (view == View.PRIVATE) {
            document.put("etag", privateTag(document, head.tag()).header());
        }
        return document;
    }

    /** The tag of an answer with private parts: a hash of it without the tag, so that a rename seen only there changes the tag too. */
    private static Tag privateTag(ObjectNode document, Tag tag) {
        ObjectNode untagged = document.deepCopy();
        untagged.remove("etag");
        return tag.withPrivateParts(hash(Json.write(untagged)));
    }

    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private ObjectNode make(Head head) {
        ObjectNode document = Json.object().put("id", head.tag().id()).put("kind", kind.name());
        for (Field<?> field : kind.fields()) {
            if (!field.isSecret() || view == View.PRIVATE) {
                document.set(field.name(), value(field, head));
            }
        }
        return document;
    }

    private JsonNode value(Field<?> field, Head head) {
        if (field.storage() == Storage.ENTRY) {
            return switch (field.name()) {
                case "version" -> Json.NODES.numberNode(head.version());
                case "seq" -> Json.NODES.numberNode(head.seq());
                case "etag" -> Json.NODES.textNode(head.tag().header());
                case "createdAt" -> Json.NODES.textNode(Moment.text(head.createdAt()));
                default -> Json.NODES.textNode(Moment.text(head.updatedAt()));
            };
        }
        return field.computed() ? field.compute(tree) : shown(field, tree.path(field.name()));
    }

    private JsonNode shown(Field<?> field, JsonNode value) {
        if (value.isArray() && (field.type().link() || field.group() != null)) {
            ArrayNode items = Json.NODES.arrayNode();
            for (JsonNode item : value) {
                boolean listed =
                        field.listedBy() == null || item.path(field.listedBy()).asBoolean();
                if (listed || view == View.PRIVATE) {
                    items.add(shownOne(field, item));
                }
            }
            return items;
        }
        return value.isObject() ? shownOne(field, value) : value;
    }

    private JsonNode shownOne(Field<?> field, JsonNode item) {
        if (field.type().link()) {
            return reference(field, item);
        }
        ObjectNode shown = Json.object();
        for (Field<?> member : field.group().fields()) {
            if (!member.isSecret() || view == View.PRIVATE) {
                shown.set(member.name(), shown(member, item.path(member.name())));
            }
        }
        return shown;
    }

    private ObjectNode reference(Field<?> field, JsonNode stated) {
        ObjectNode shown = references.get(stated.path("id").asText()).tree();
        if (field.type() == Type.CLAIM_LINK) {
            shown.set("on", stated.path("on"));
            shown.set("source", stated.path("source"));
            shown.set("note", stated.path("note"));
        }
        return shown;
    }
}
