package throughline.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;

/** The whole document, of the paths that are served, the kinds that are declared and the words that are written. */
final class Contract {

    private static final String BASE = "/api/v1/";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final List<Kind<?>> kinds;
    private final ObjectNode written = WrittenParts.read();
    private final ObjectNode components = (ObjectNode) written.path("components");
    private final JsonNode described = written.path("operations");

    Contract(List<Kind<?>> kinds) {
        this.kinds = kinds;
    }

    ObjectNode of(ObjectNode scanned) {
        addComponents();
        ObjectNode paths = Json.object();
        scanned.path("paths").properties().forEach(path -> paths.set(path.getKey(), path(path)));
        ObjectNode whole = Json.object().put("openapi", "3.1.0");
        whole.set("info", ((ObjectNode) scanned.path("info")).setAll((ObjectNode) written.path("info")));
        whole.set("servers", written.path("servers"));
        whole.set("tags", tags(scanned));
        whole.set("paths", paths);
        Unused.remove(paths, components);
        whole.set("components", components);
        return whole;
    }

    private void addComponents() {
        KindExamples examples = new KindExamples(kinds);
        KindSchemas schemas = new KindSchemas(kinds, examples, components.withObject("schemas"));
        kinds.forEach(kind -> {
            schemas.add(kind);
            ListParameters.add(kind, examples.id(kind), components.withObject("parameters"));
            examples.add(kind, components.withObject("examples"));
        });
        schemas.addAnyRecord();
        examples.addAnyRecord(components.withObject("examples"));
        ImpliedRefusals.add(components.withObject("responses"));
    }

    /** The kinds first, in the domain's order, each with what its resource says of it. */
    private JsonNode tags(ObjectNode scanned) {
        ObjectNode byName = Json.object();
        kinds.forEach(kind -> byName.set(kind.pluralLabel(), Json.object().put("name", kind.pluralLabel())));
        scanned.path("tags")
                .forEach(tag ->
                        byName.withObject("/" + tag.path("name").asText()).setAll((ObjectNode) tag));
        written.path("tags").forEach(tag -> byName.set(tag.path("name").asText(), tag));
        return Json.NODES
                .arrayNode()
                .addAll(byName.properties().stream().map(Map.Entry::getValue).toList());
    }

    private ObjectNode path(Map.Entry<String, JsonNode> served) {
        ObjectNode path = Json.object();
        for (String method : METHODS) {
            if (served.getValue().has(method)) {
                JsonNode says = says(served.getKey(), method);
                path.set(
                        method,
                        new Operation(served.getKey(), method, components)
                                .of(served.getValue().get(method), says));
            }
        }
        return path;
    }

    /** What the files say of an operation: of this very address, or of this address of any kind. */
    private JsonNode says(String path, String method) {
        if (described.has(path)) {
            return described.path(path).path(method);
        }
        for (Kind<?> kind : kinds) {
            String address = BASE + kind.plural();
            if (path.equals(address) || path.startsWith(address + "/")) {
                JsonNode ofAnyKind = described
                        .path(BASE + "<plural>" + path.substring(address.length()))
                        .path(method);
                ObjectNode says = Names.put(kind, ofAnyKind);
                if (path.equals(address) && method.equals("get")) {
                    says.withArray("parameters").addAll(ListParameters.filters(kind));
                }
                return says;
            }
        }
        return Json.object();
    }
}
