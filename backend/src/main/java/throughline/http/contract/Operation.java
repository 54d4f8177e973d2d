package throughline.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import throughline.registry.json.Json;

/** One operation: its words from its resource, what it takes and gives from the files, and every way in which it refuses. */
final class Operation {

    private final String path;
    private final String method;
    private final ObjectNode components;

    Operation(String path, String method, ObjectNode components) {
        this.path = path;
        this.method = method;
        this.components = components;
    }

    ObjectNode of(JsonNode scanned, JsonNode says) {
        ObjectNode operation = Json.object();
        List.of("tags", "summary", "description", "operationId").forEach(word -> {
            if (scanned.has(word)) {
                operation.set(word, scanned.get(word));
            }
        });
        operation.set("parameters", parameters(scanned, says));
        if (says.has("requestBody")) {
            operation.set("requestBody", says.get("requestBody"));
        }
        operation.set("responses", responses(says));
        operation.set("security", security(scanned));
        return operation;
    }

    /** Those of the address first; what the files do not say of one stands among the components under its name. */
    private ArrayNode parameters(JsonNode scanned, JsonNode says) {
        ArrayNode parameters = Json.NODES.arrayNode();
        for (JsonNode found : scanned.path("parameters")) {
            String name = resolved(found).path("name").asText();
            boolean told = false;
            for (JsonNode said : says.path("parameters")) {
                told |= resolved(said).path("name").asText().equals(name);
            }
            if (!told) {
                parameters.add(Names.ref("parameters", Names.capital(name)));
            }
        }
        says.path("parameters").forEach(parameters::add);
        return parameters;
    }

    private JsonNode resolved(JsonNode parameter) {
        return parameter.has("$ref")
                ? components.at(parameter.get("$ref").asText().substring("#/components".length()))
                : parameter;
    }

    private ObjectNode responses(JsonNode says) {
        ObjectNode responses = Json.object();
        says.path("responses").properties().forEach(answer -> {
            ObjectNode response = answer.getValue().deepCopy();
            if (!response.has("$ref")) {
                response.withObject("headers").set("X-Request-Id", Names.ref("headers", "X-Request-Id"));
            }
            responses.set(answer.getKey(), response);
        });
        Set<Integer> refusals = new TreeSet<>(ImpliedRefusals.implied(path, method, says.has("requestBody")));
        says.path("refusals").forEach(status -> refusals.add(status.asInt()));
        refusals.forEach(
                status -> responses.set(status.toString(), Names.ref("responses", ImpliedRefusals.name(status))));
        return responses;
    }

    /** A key is asked for where the resource names a role, and may be sent everywhere: it shows drafts and private parts. */
    private static ArrayNode security(JsonNode scanned) {
        boolean open =
                !scanned.has("security") || scanned.path("security").path(0).isEmpty();
        ArrayNode security = Json.NODES.arrayNode();
        if (open) {
            security.addObject();
        }
        security.addObject().putArray("key");
        return security;
    }
}
