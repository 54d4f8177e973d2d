package throughline.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes away the components that no operation leads to: the files describe operations before they are served. */
final class Unused {

    private static final List<String> NAMED_OTHERWISE = List.of("securitySchemes");

    private Unused() {}

    static void remove(ObjectNode paths, ObjectNode components) {
        Set<String> used = new HashSet<>();
        Deque<JsonNode> toRead = new ArrayDeque<>(List.of(paths));
        while (!toRead.isEmpty()) {
            for (JsonNode ref : toRead.pop().findValues("$ref")) {
                String pointer = ref.asText().substring("#/components".length());
                if (used.add(pointer)) {
                    toRead.push(components.at(pointer));
                }
            }
        }
        components.properties().forEach(section -> {
            if (!NAMED_OTHERWISE.contains(section.getKey())) {
                ((ObjectNode) section.getValue())
                        .properties()
                        .removeIf(component -> !used.contains("/" + section.getKey() + "/" + component.getKey()));
            }
        });
    }
}
