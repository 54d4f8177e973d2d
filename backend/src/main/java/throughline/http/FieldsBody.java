package throughline.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.json.Json;
import throughline.registry.query.Filter;

/** Each kind's declared fields as JSON: what forms, filters and import maps are made of. */
final class FieldsBody {

    private FieldsBody() {}

    static ObjectNode of(boolean seesSecrets) {
        ObjectNode answer = Json.object();
        ArrayNode kinds = answer.putArray("kinds");
        for (Kind<?> kind : Kinds.all()) {
            ObjectNode told = kinds.addObject()
                    .put("kind", kind.name())
                    .put("plural", kind.plural())
                    .put("label", kind.label())
                    .put("href", "/api/v1/" + kind.plural())
                    .put("titleField", kind.titleField());
            told.set("fields", fields(kind.fields(), seesSecrets));
        }
        return answer;
    }

    private static ArrayNode fields(List<? extends Field<?>> fields, boolean seesSecrets) {
        ArrayNode told = Json.NODES.arrayNode();
        fields.stream()
                .filter(field -> seesSecrets || !field.isSecret())
                .forEach(field -> told.add(field(field, seesSecrets)));
        return told;
    }

    private static ObjectNode field(Field<?> field, boolean seesSecrets) {
        ObjectNode told = Json.object()
                .put("name", field.name())
                .put("label", field.label())
                .put("description", field.description());
        told.set("example", Json.MAPPER.valueToTree(field.example()));
        told.put("type", field.type().slug()).put("many", field.many());
        told.set("targets", Json.MAPPER.valueToTree(field.targets()));
        told.put("vocabulary", field.vocabulary())
                .put("required", field.isRequired())
                .put("requiredToPublish", field.isRequiredToPublish())
                .put("writable", field.writable())
                .put("private", field.isSecret())
                .put("computed", field.computed())
                .put("maxLength", field.maxLength());
        told.set("min", Json.MAPPER.valueToTree(field.min()));
        told.set("max", Json.MAPPER.valueToTree(field.max()));
        told.put("maxItems", field.maxItems());
        told.set("default", Json.MAPPER.valueToTree(field.initialValue()));
        told.set("itemTitle", Json.MAPPER.valueToTree(field.itemTitleMembers()));
        told.set("oneOf", Json.MAPPER.valueToTree(field.oneOfMembers()));
        told.set("filter", Json.MAPPER.valueToTree(operators(field)));
        told.put("sort", field.isSorted()).put("facet", field.isFaceted());
        told.set(
                "fields",
                field.group() == null
                        ? Json.NODES.arrayNode()
                        : fields(field.group().fields(), seesSecrets));
        return told;
    }

    private static List<String> operators(Field<?> field) {
        return field.isFiltered() ? new Filter(field.name(), field, null).operators() : List.of();
    }
}
