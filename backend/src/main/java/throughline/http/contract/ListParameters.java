package throughline.http.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.Type;
import throughline.registry.json.Json;
import throughline.registry.query.Filter;
import throughline.registry.query.Filters;

/** The parameters of a kind's list: its filters, and what it sorts, counts and shows by. */
final class ListParameters {

    private static final Map<String, String> BOUNDS =
            Map.of("gte", "At least", "lte", "At most", "gt", "More than", "lt", "Less than");

    private ListParameters() {}

    static void add(Kind<?> kind, String example, ObjectNode parameters) {
        String name = kind.schemaName();
        List<String> sorts = new ArrayList<>();
        Filters.sorts(kind, true).forEach(field -> {
            sorts.add(field.name());
            sorts.add("-" + field.name());
        });
        ObjectNode sort = several("sort", "By what to sort, up to three fields, `-` before one for descending.", sorts);
        sort.withObject("schema").put("maxItems", 3);
        parameters.set(name + "Sort", sort);
        parameters.set(
                name + "Facets",
                several("facets", "Count the records by the values of these.", names(kind, Field::isFaceted)));
        List<String> shown = names(kind, field -> !field.isSecret());
        shown.addAll(0, List.of("id", "kind"));
        parameters.set(
                name + "Fields",
                several("fields", "Answer with these members alone, and `id`, `kind` and `origin`.", shown));
        ObjectNode id = Json.object().put("name", "id").put("in", "path").put("required", true);
        id.put("description", "The record's id.").putObject("schema").put("type", "string");
        id.put("example", example);
        parameters.set(name + "Id", id);
    }

    static ArrayNode filters(Kind<?> kind) {
        ArrayNode filters = Json.NODES.arrayNode();
        Filters.of(kind, true).values().forEach(filter -> add(filters, filter));
        return filters;
    }

    private static void add(ArrayNode filters, Filter filter) {
        String says = filter.field().description();
        for (String operator : filter.operators()) {
            String name = operator.equals("eq") ? filter.name() : filter.name() + "." + operator;
            filters.add(
                    switch (operator) {
                        case "eq" -> several(name, says + ": any of these; `null` is without a value.", List.of());
                        case "not" -> several(name, says + ": none of these; `null` is without a value.", List.of());
                        default -> bound(name, says + ". " + BOUNDS.get(operator) + ".", filter.field());
                    });
        }
    }

    private static ObjectNode several(String name, String says, List<String> known) {
        ObjectNode parameter =
                Json.object().put("name", name).put("in", "query").put("description", says);
        parameter.put("style", "form").put("explode", false);
        ObjectNode items = parameter
                .putObject("schema")
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        if (!known.isEmpty()) {
            items.set("enum", Json.MAPPER.valueToTree(known));
        }
        return parameter;
    }

    private static ObjectNode bound(String name, String says, Field<?> field) {
        ObjectNode parameter =
                Json.object().put("name", name).put("in", "query").put("description", says);
        String type = field.type() == Type.INTEGER || field.type() == Type.NUMBER ? "number" : "string";
        parameter.putObject("schema").put("type", type);
        return parameter;
    }

    private static List<String> names(Kind<?> kind, Predicate<Field<?>> which) {
        List<String> names = new ArrayList<>();
        kind.fields().stream().filter(which).forEach(field -> names.add(field.name()));
        return names;
    }
}
