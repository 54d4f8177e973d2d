package throughline.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import throughline.registry.json.Json;

/** What the files in {@code contract/} say, as one. */
final class WrittenParts {

    private static final List<String> FILES = List.of("about", "schemas", "operations");

    private WrittenParts() {}

    static ObjectNode read() {
        ObjectNode all = Json.object();
        FILES.forEach(file -> merge(all, read("/contract/" + file + ".yaml")));
        return all;
    }

    /** By SnakeYAML itself: Jackson's reader knows no aliases. */
    private static ObjectNode read(String file) {
        try (InputStream yaml = WrittenParts.class.getResourceAsStream(file)) {
            return Json.MAPPER.valueToTree(new Yaml().load(yaml));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void merge(ObjectNode all, ObjectNode part) {
        part.properties().forEach(member -> {
            JsonNode known = all.get(member.getKey());
            if (known instanceof ObjectNode object) {
                merge(object, (ObjectNode) member.getValue());
            } else {
                all.set(member.getKey(), member.getValue());
            }
        });
    }
}
