package throughline.http.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;

/** The schemas of a kind: a record as it is read, as it is sent whole and in part, and a page of them. */
final class KindSchemas {

    private final List<Kind<?>> kinds;
    private final KindExamples examples;
    private final ObjectNode schemas;
    private final Groups groups;

    KindSchemas(List<Kind<?>> kinds, KindExamples examples, ObjectNode schemas) {
        this.kinds = kinds;
        this.examples = examples;
        this.schemas = schemas;
        this.groups = new Groups(schemas);
        kinds.forEach(kind -> schemas.putObject(kind.schemaName()));
    }

    void add(Kind<?> kind) {
        String name = kind.schemaName();
        schemas.set(name, answer(kind));
        schemas.set(name + "Draft", written(kind, Use.DRAFT));
        schemas.set(name + "Patch", written(kind, Use.PATCH));
        schemas.set(name + "Page", page(kind, name));
        schemas.set(name + "Sparse", sparse(kind));
        schemas.set(name + "SparsePage", page(kind, name + "Sparse"));
    }

    /** What the operations answer that one address has for all kinds. */
    void addAnyRecord() {
        ObjectNode any = schemas.putObject("Record").put("description", "A record of any kind.");
        ArrayNode each = any.putArray("oneOf");
        ObjectNode mapping =
                any.putObject("discriminator").put("propertyName", "kind").putObject("mapping");
        for (Kind<?> kind : kinds) {
            ObjectNode ref = Names.ref("schemas", kind.schemaName());
            each.add(ref);
            mapping.set(kind.name(), ref.get("$ref"));
        }
    }

    private ObjectNode answer(Kind<?> kind) {
        ObjectNode schema = object(kind.label() + ", as it is read. What is absent has the value null or [].");
        ArrayNode required = schema.putArray("required").add("id").add("kind");
        ObjectNode properties = schema.putObject("properties");
        identity(kind, properties);
        FieldSchema value = new FieldSchema(Use.ANSWER, field -> groups.name(kind, field));
        for (Field<?> field : kind.fields()) {
            properties.set(field.name(), value.of(field));
            if (!field.isSecret()) {
                required.add(field.name());
            }
        }
        return schema;
    }

    private void identity(Kind<?> kind, ObjectNode properties) {
        properties
                .putObject("id")
                .put("description", "Given by the server, and kept")
                .put("type", "string")
                .putArray("examples")
                .add(examples.id(kind));
        properties
                .putObject("kind")
                .put("description", "Always this")
                .put("type", "string")
                .put("const", kind.name());
    }

    private ObjectNode written(Kind<?> kind, Use use) {
        ObjectNode schema = object(kind.label()
                + (use == Use.DRAFT
                        ? ", as it is sent. What was read can be sent back: what the server makes is ignored in it"
                                + " (in a POST, id, version and createdAt are refused)."
                        : ": the members that a PATCH changes, and no others; null takes a value away."));
        FieldSchema value = new FieldSchema(use, field -> groups.name(kind, field));
        ObjectNode properties = Json.object();
        for (Field<?> field : kind.fields()) {
            if (field.writable()) {
                properties.set(field.name(), value.of(field));
                if (use == Use.DRAFT && field.isRequired()) {
                    schema.withArray("required").add(field.name());
                }
            }
        }
        schema.set("properties", properties);
        ignored(kind, properties);
        return schema.put("additionalProperties", false);
    }

    /** Not readOnly: that would forbid to send back what was read. */
    private void ignored(Kind<?> kind, ObjectNode properties) {
        identity(kind, properties);
        FieldSchema value = new FieldSchema(Use.ANSWER, field -> groups.name(kind, field));
        for (Field<?> field : kind.fields()) {
            if (!field.writable()) {
                ObjectNode read = value.of(field);
                properties.set(
                        field.name(),
                        read.put(
                                "description",
                                "Made by the server: "
                                        + read.path("description").asText()));
            }
        }
    }

    private static ObjectNode page(Kind<?> kind, String item) {
        ObjectNode page = object("A page of " + kind.pluralLabel().toLowerCase(java.util.Locale.ROOT) + ".");
        page.putArray("required").add("items").add("page");
        ObjectNode properties = page.putObject("properties");
        properties.putObject("items").put("type", "array").set("items", Names.ref("schemas", item));
        properties.set("page", Names.ref("schemas", "ListPlace"));
        properties.set("facets", Names.ref("schemas", "Facets"));
        return page;
    }

    private ObjectNode sparse(Kind<?> kind) {
        ObjectNode sparse =
                object(kind.label() + ", with the members that `fields` names, each as the whole record has it.");
        sparse.putArray("required").add("id").add("kind").add("origin");
        ObjectNode properties = sparse.putObject("properties");
        identity(kind, properties);
        properties.putObject("origin").put("type", "string");
        return sparse.put("additionalProperties", true);
    }

    private static ObjectNode object(String description) {
        return Json.object().put("type", "object").put("description", description);
    }
}
