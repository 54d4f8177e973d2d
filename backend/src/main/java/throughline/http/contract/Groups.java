package throughline.http.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import throughline.registry.field.Field;
import throughline.registry.field.Group;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;

/** The schemas of the groups within records: one for each group, however many kinds have it. */
final class Groups {

    private final ObjectNode schemas;
    private final Map<String, Group<?>> named = new HashMap<>();

    Groups(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Named after one item of the field that has the group, with the kind before it where another group has that name. */
    String name(Kind<?> kind, Field<?> field) {
        String name = field.name();
        String one = Names.capital(field.many() && name.endsWith("s") ? name.substring(0, name.length() - 1) : name);
        String free = isFree(one, field.group()) ? one : kind.schemaName() + one;
        if (named.putIfAbsent(free, field.group()) == null) {
            schemas.set(free, schema(kind, field, Use.ANSWER));
            if (field.writable()) {
                schemas.set(free + "Draft", schema(kind, field, Use.DRAFT));
            }
        }
        if (!field.many() && field.writable() && !schemas.has(free + "Patch")) {
            // A patch goes into an object, but replaces a list whole.
            schemas.set(free + "Patch", schema(kind, field, Use.PATCH));
        }
        return free;
    }

    private boolean isFree(String name, Group<?> group) {
        return named.containsKey(name) ? named.get(name) == group : !schemas.has(name);
    }

    private ObjectNode schema(Kind<?> kind, Field<?> field, Use use) {
        ObjectNode schema = Json.object()
                .put("type", "object")
                .put("description", field.description() + (field.many() ? ": one of them" : ""));
        FieldSchema member = new FieldSchema(use, inner -> name(kind, inner));
        ObjectNode properties = Json.object();
        for (Field<?> each : field.group().fields()) {
            boolean stands =
                    switch (use) {
                        case ANSWER -> !each.isSecret();
                        case DRAFT -> each.isRequired();
                        case PATCH -> false;
                    };
            if (stands) {
                schema.withArray("required").add(each.name());
            }
            properties.set(each.name(), member.of(each));
        }
        schema.set("properties", properties);
        return use.written() ? schema.put("additionalProperties", false) : schema;
    }
}
