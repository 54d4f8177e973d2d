package throughline.registry.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.ReviewQueue;

/** What a kind's lists may be filtered and sorted by, as far as it is declared and whoever asks may see it. */
public final class Filters {

    private Filters() {}

    public static Map<String, Filter> of(Kind<?> kind, boolean seesPrivateParts) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        for (Field<?> field : kind.fields()) {
            if (field.isFiltered()) {
                put(filters, field.name(), field, null);
            }
            if (field.group() != null && !field.isSecret()) {
                field.group().fields().stream()
                        .filter(Field::isFiltered)
                        .forEach(member -> put(filters, field.name() + "." + member.name(), member, field));
            }
        }
        kind.field("identifiers").ifPresent(field -> put(filters, "identifier", field, null));
        if (seesPrivateParts) {
            put(filters, "review", ReviewQueue.STATE, null);
        }
        return filters;
    }

    private static void put(Map<String, Filter> filters, String name, Field<?> field, Field<?> group) {
        filters.put(name, new Filter(name, field, group));
    }

    public static List<Field<?>> sorts(Kind<?> kind, boolean seesPrivateParts) {
        List<Field<?>> sorts = new ArrayList<>();
        kind.fields().stream().filter(Field::isSorted).forEach(sorts::add);
        if (seesPrivateParts) {
            sorts.add(ReviewQueue.AT);
        }
        return sorts;
    }

    static Optional<Field<?>> named(List<Field<?>> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    static String names(List<Field<?>> fields) {
        return String.join(", ", fields.stream().map(Field::name).toList());
    }
}
