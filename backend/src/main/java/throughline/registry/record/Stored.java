package throughline.registry.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.Type;
import throughline.registry.json.Json;

/** The way back from a document with private parts, as the history keeps it, to the record's tree and to its public view. */
public final class Stored {

    private Stored() {}

    /** The record's tree: what it says of itself, references by id, without anything that follows from other records. */
    public static ObjectNode tree(Kind<?> kind, ObjectNode document) {
        ObjectNode tree = Json.object();
        for (Field<?> field : kind.fields()) {
            if (field.writable()) {
                tree.set(field.name(), value(field, document.path(field.name())));
            }
        }
        return tree;
    }

    private static JsonNode value(Field<?> field, JsonNode value) {
        if (value.isMissingNode()) {
            return field.many() ? Json.NODES.arrayNode() : Json.NODES.nullNode();
        }
        if (value.isArray()) {
            ArrayNode items = Json.NODES.arrayNode();
            value.forEach(item -> items.add(one(field, item)));
            return items;
        }
        return one(field, value);
    }

    private static JsonNode one(Field<?> field, JsonNode value) {
        if (field.type() == Type.NUMBER && value.isNumber()) {
            // JSON tells 70000 from 70000.5, the record does not.
            return Json.NODES.numberNode(value.decimalValue());
        }
        if (!value.isObject()) {
            return value;
        }
        if (field.type().link()) {
            ObjectNode reference = ((ObjectNode) value).deepCopy();
            reference.remove(java.util.List.of("kind", "title", "origin"));
            return reference;
        }
        ObjectNode item = Json.object();
        for (Field<?> member : field.group().fields()) {
            item.set(member.name(), value(member, value.path(member.name())));
        }
        return item;
    }

    /**
     * What the public may see of an old document: no secret member, and of items that are not shown to all those of its document of
     * {@code today}.
     */
    public static ObjectNode publicView(Kind<?> kind, ObjectNode document, ObjectNode today) {
        ObjectNode view = document.deepCopy();
        for (Field<?> field : kind.fields()) {
            if (field.isSecret()) {
                view.remove(field.name());
            } else if (field.listedBy() != null) {
                view.set(field.name(), listed(field, document.path(field.name()), today));
            }
        }
        return view;
    }

    private static ArrayNode listed(Field<?> field, JsonNode items, ObjectNode today) {
        ArrayNode listed = Json.NODES.arrayNode();
        for (JsonNode item : items) {
            if (listedToday(field, item.path("id").asText(), today)) {
                ObjectNode shown = item.deepCopy();
                field.group().fields().stream().filter(Field::isSecret).forEach(member -> shown.remove(member.name()));
                listed.add(shown);
            }
        }
        return listed;
    }

    private static boolean listedToday(Field<?> field, String id, ObjectNode today) {
        for (JsonNode item : today.path(field.name())) {
            if (item.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
