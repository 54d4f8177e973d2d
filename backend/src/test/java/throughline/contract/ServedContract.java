package throughline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import throughline.registry.json.Json;

/** The contract as the server serves it: its operations, and whether a value is what a schema in it says. */
final class ServedContract {

    private static final String SERVED = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final String BASE = "https://contract.test/";

    /** Read once: it does not change while the tests run. */
    static final ServedContract CONTRACT = new ServedContract();

    private final ObjectNode document = read();
    private final Map<String, Validator> validators = new ConcurrentHashMap<>();
    private final SchemaRepository schemas = SchemaRepository.create(
            new JsonSchemaOptions().setBaseUri(BASE).setDraft(Draft.DRAFT202012).setOutputFormat(OutputFormat.Basic));

    private ServedContract() {
        ObjectNode closed = document.deepCopy();
        close(closed);
        schemas.dereference(BASE, JsonSchema.of(new JsonObject(Json.write(closed))));
    }

    private static ObjectNode read() {
        try (InputStream served = Thread.currentThread().getContextClassLoader().getResourceAsStream(SERVED)) {
            return (ObjectNode) Json.MAPPER.readTree(served);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A client must bear new members, so the contract lets them through; what the server adds today must be told, so the tests do not. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(ServedContract::close);
    }

    ObjectNode paths() {
        return (ObjectNode) document.path("paths");
    }

    /** The address in the contract that a request's path is one of; a literal one before a template. */
    Optional<String> address(String path) {
        return paths().propertyStream()
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(Pattern.quote(template).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q")))
                .min(java.util.Comparator.comparingInt(template -> template.indexOf('{') < 0 ? 0 : 1));
    }

    /** A pointer to a node, past every reference. */
    String resolved(String pointer) {
        JsonNode node = document.at(pointer);
        return node.has("$ref") ? resolved(node.get("$ref").asText().substring(1)) : pointer;
    }

    JsonNode at(String pointer) {
        return document.at(resolved(pointer));
    }

    static String pointer(String... steps) {
        StringBuilder pointer = new StringBuilder();
        for (String step : steps) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** What is wrong with a value by the schema at this pointer; empty where nothing is. */
    Optional<String> wrong(String schemaPointer, JsonNode value) {
        var result = validators
                .computeIfAbsent(resolved(schemaPointer), this::validator)
                .validate(vertx(value));
        return result.getValid()
                ? Optional.empty()
                : Optional.of(String.valueOf(result.getErrors()).replaceAll("[{}]", " "));
    }

    private Validator validator(String schemaPointer) {
        JsonObject ref = new JsonObject()
                .put("$ref", BASE + "#" + schemaPointer.replace("{", "%7B").replace("}", "%7D"));
        return schemas.validator(JsonSchema.of(ref));
    }

    private static Object vertx(JsonNode value) {
        if (value instanceof ObjectNode || value instanceof ArrayNode) {
            return io.vertx.core.json.Json.decodeValue(Json.write(value));
        }
        return Json.MAPPER.convertValue(value, Object.class);
    }
}
