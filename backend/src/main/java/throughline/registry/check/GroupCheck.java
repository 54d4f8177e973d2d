package throughline.registry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import throughline.registry.field.Field;
import throughline.registry.json.Json;
import throughline.registry.value.TypeId;

/** Checks the items of a repeated group, or the one object of a single one. */
final class GroupCheck {

    private static final JsonNode NULL = Json.NODES.nullNode();

    private final Checking checking;
    private final ValueCheck values;
    private final Findings findings;

    GroupCheck(Checking checking, ValueCheck values, Findings findings) {
        this.checking = checking;
        this.values = values;
        this.findings = findings;
    }

    JsonNode check(Field<?> field, String pointer, JsonNode value, JsonNode stood) {
        if (!field.many()) {
            return single(field, pointer, value);
        }
        if (!value.isArray()) {
            findings.add(pointer, "type", "Send a list");
            return stood.isArray() ? stood : Json.NODES.arrayNode();
        }
        if (field.maxItems() != null && value.size() > field.maxItems() && value.size() > stood.size()) {
            findings.add(pointer, "too-many", field.maxItems(), "At most " + field.maxItems() + " items");
            return Json.NODES.arrayNode();
        }
        return items(field, pointer, value, stood);
    }

    JsonNode single(Field<?> field, String pointer, JsonNode value) {
        if (value.isNull()) {
            return NULL;
        }
        if (!(value instanceof ObjectNode object)) {
            findings.add(pointer, "type", "Send an object");
            return NULL;
        }
        return item(field, pointer, object, null);
    }

    private ArrayNode items(Field<?> field, String pointer, JsonNode value, JsonNode stood) {
        Map<String, ObjectNode> known = byId(field, stood);
        Set<JsonNode> seen = new HashSet<>();
        ArrayNode checked = Json.NODES.arrayNode();
        for (int i = 0; i < value.size(); i++) {
            String place = Pointers.below(pointer, i);
            if (!(value.get(i) instanceof ObjectNode object)) {
                findings.add(place, "type", "Send an object");
                continue;
            }
            ObjectNode item = item(field, place, object, identified(field, place, object, known, seen));
            if (field.itemPrefix() == null && !seen.add(item)) {
                findings.add(place, "duplicate", "It stands in the list already");
            }
            checked.add(item);
        }
        if (unseenStay(field)) {
            unseen(field, stood).forEach(checked::add);
        }
        return checked;
    }

    /** Whoever wrote from the public view did not see the unlisted items, so that a list without them deletes none. */
    private boolean unseenStay(Field<?> field) {
        return field.listedBy() != null && checking != null && !checking.seesSecrets();
    }

    private static ArrayNode unseen(Field<?> field, JsonNode stood) {
        ArrayNode unseen = Json.NODES.arrayNode();
        stood.forEach(item -> {
            if (!item.path(field.listedBy()).asBoolean()) {
                unseen.add(item);
            }
        });
        return unseen;
    }

    private Map<String, ObjectNode> byId(Field<?> field, JsonNode stood) {
        Map<String, ObjectNode> known = new LinkedHashMap<>();
        if (field.itemPrefix() != null) {
            stood.forEach(item -> {
                if (!unseenStay(field) || item.path(field.listedBy()).asBoolean()) {
                    known.put(item.path("id").asText(), (ObjectNode) item);
                }
            });
        }
        return known;
    }

    /** The item that stands under the id which a body names; none for a new one, which gets its id here. */
    private ObjectNode identified(
            Field<?> field, String place, ObjectNode object, Map<String, ObjectNode> known, Set<JsonNode> seen) {
        if (field.itemPrefix() == null) {
            return null;
        }
        JsonNode id = object.get("id");
        if (id == null || id.isNull()) {
            return Json.object().put("id", TypeId.create(field.itemPrefix()));
        }
        String pointer = Pointers.below(place, "id");
        if (!seen.add(id)) {
            findings.add(pointer, "duplicate", "Another item has this id");
        } else if (known.containsKey(id.asText())) {
            return known.get(id.asText());
        } else if (checking.bringsIds() && TypeId.fits(id.asText(), field.itemPrefix())) {
            return Json.object().put("id", id.asText());
        } else {
            findings.add(pointer, "unknown-reference", "No item has this id; leave it out for a new one");
        }
        return Json.object().put("id", TypeId.create(field.itemPrefix()));
    }

    private ObjectNode item(Field<?> field, String pointer, ObjectNode object, ObjectNode stands) {
        ObjectNode item = Json.object();
        Set<String> names = new HashSet<>();
        for (Field<?> member : field.group().fields()) {
            names.add(member.name());
            if (!member.writable()) {
                item.set(member.name(), stands == null ? NULL : stands.path(member.name()));
            } else {
                item.set(member.name(), member(member, pointer, object.get(member.name()), stands));
            }
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                findings.add(Pointers.below(pointer, name), "unknown", "There is no such member");
            }
        });
        oneOf(field, pointer, item);
        return item;
    }

    private JsonNode member(Field<?> member, String pointer, JsonNode sent, ObjectNode stands) {
        String place = Pointers.below(pointer, member.name());
        JsonNode stood = stands == null ? NULL : stands.path(member.name());
        boolean unseen = sent == null && member.isSecret() && !checking.seesSecrets() && !stood.isMissingNode();
        if (unseen && stands != null && stands.size() > 1) {
            return stood;
        }
        JsonNode value = sent == null || sent.isNull()
                ? member.initialValue() == null
                        ? Checking.nothing(member.many())
                        : Json.MAPPER.valueToTree(member.initialValue())
                : sent;
        JsonNode checked =
                member.group() != null ? check(member, place, value, stood) : values.check(member, place, value, stood);
        if (member.isRequired() && checked.isNull() && !findings.at(place)) {
            findings.add(place, "required", "Say it: " + member.description());
        }
        return checked;
    }

    private void oneOf(Field<?> field, String pointer, ObjectNode item) {
        boolean none =
                field.oneOfMembers().stream().allMatch(name -> item.path(name).isNull());
        if (!field.oneOfMembers().isEmpty() && none && !findings.at(pointer)) {
            String first = field.oneOfMembers().get(0);
            findings.add(
                    Pointers.below(pointer, first),
                    "required",
                    "Say one of " + String.join(", ", field.oneOfMembers()));
        }
    }
}
