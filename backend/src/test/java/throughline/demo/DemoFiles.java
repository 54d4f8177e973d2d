package throughline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/** The demo registry's files, read line by line. */
final class DemoFiles {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private DemoFiles() {}

    static Map<String, JsonNode> records() {
        Map<String, JsonNode> records = new LinkedHashMap<>();
        for (String file : List.of("/demo/organizations.ndjson", "/demo/convenings.ndjson")) {
            try (InputStream lines = DemoFiles.class.getResourceAsStream(file)) {
                for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                    JsonNode record = JSON.readTree(line);
                    assertThat(records.put(record.get("id").asText(), record)).isNull();
                }
            } catch (IOException broken) {
                throw new AssertionError(file, broken);
            }
        }
        return records;
    }

    static List<JsonNode> list(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode items) {
        return list(items).stream().map(JsonNode::asText).toList();
    }

    static void eachText(JsonNode value, BiConsumer<String, String> use) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            List<JsonNode> items = member.getValue().isArray() ? list(member.getValue()) : List.of(member.getValue());
            for (JsonNode item : items) {
                if (item.isTextual()) {
                    use.accept(member.getKey(), item.asText());
                } else {
                    eachText(item, use);
                }
            }
        }
    }
}
