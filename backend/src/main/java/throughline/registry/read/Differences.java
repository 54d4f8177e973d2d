package throughline.registry.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;

/**
 * What one version of a record changed, each change at its pointer. Lists whose items have ids are compared item by item, any other list is
 * one change. What a reference shows of another record (its title, say) is no change of this one.
 */
final class Differences {

    private static final Set<String> SHOWN_OF_ANOTHER = Set.of("kind", "title", "origin");

    private final ArrayNode changes = Json.NODES.arrayNode();

    private Differences() {}

    static ArrayNode of(Kind<?> kind, ObjectNode before, ObjectNode after) {
        Differences differences = new Differences();
        for (Field<?> field : kind.fields()) {
            if (field.writable()) {
                differences.compare("/" + field.name(), before.path(field.name()), after.path(field.name()));
            }
        }
        return differences.changes;
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            members(pointer, before, after);
        } else if (before.isArray() && after.isArray()) {
            lists(pointer, before, after);
        } else if (!present(before).equals(present(after))) {
            change(pointer, before, after);
        }
    }

    private void members(String pointer, JsonNode before, JsonNode after) {
        boolean reference = isReference(after);
        if (reference && !before.path("id").equals(after.path("id"))) {
            change(pointer, before, after);
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!reference || !SHOWN_OF_ANOTHER.contains(name)) {
                compare(pointer + "/" + name, before.path(name), after.path(name));
            }
        }
    }

    private static boolean isReference(JsonNode value) {
        return value.has("id") && value.has("kind") && value.has("origin");
    }

    private void lists(String pointer, JsonNode before, JsonNode after) {
        Map<String, Integer> old = places(before);
        Map<String, Integer> now = places(after);
        if (old == null || now == null) {
            if (!before.equals(after)) {
                change(pointer, before, after);
            }
            return;
        }
        int told = changes.size();
        now.forEach((id, place) -> {
            JsonNode was = old.containsKey(id) ? before.get(old.get(id)) : Json.NODES.nullNode();
            compare(pointer + "/" + place, was, after.get(place));
        });
        old.forEach((id, place) -> {
            if (!now.containsKey(id)) {
                change(pointer + "/" + place, before.get(place), Json.NODES.nullNode());
            }
        });
        // The same items in another order.
        if (told == changes.size() && !List.copyOf(old.keySet()).equals(List.copyOf(now.keySet()))) {
            change(pointer, before, after);
        }
    }

    /** Each item's place by its id, or null where items have none, or one stands twice. */
    private static Map<String, Integer> places(JsonNode items) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int place = 0; place < items.size(); place++) {
            String id = items.get(place).path("id").textValue();
            if (id == null || places.put(id, place) != null) {
                return null;
            }
        }
        return places;
    }

    private void change(String pointer, JsonNode before, JsonNode after) {
        ObjectNode change = changes.addObject().put("pointer", pointer);
        change.set("before", present(before));
        change.set("after", present(after));
    }

    private static JsonNode present(JsonNode value) {
        return value.isMissingNode() ? Json.NODES.nullNode() : value;
    }
}
