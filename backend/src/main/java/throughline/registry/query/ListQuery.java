package throughline.registry.query;

import java.util.List;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;

/**
 * What a list was asked for.
 *
 * @param ids those alone, or null for any
 * @param fields those alone, or null for the whole records
 * @param key what a cursor is bound to: kind, filters, sort and words
 */
public record ListQuery(
        Kind<?> kind,
        List<Condition> conditions,
        List<String> ids,
        List<Sort> sorts,
        List<String> words,
        int limit,
        Place place,
        boolean count,
        List<Field<?>> facets,
        List<String> fields,
        String key) {

    /** One field of an order. */
    public record Sort(Field<?> field, boolean descending) {}

    public boolean ranked() {
        return !words.isEmpty() && sorts.isEmpty();
    }
}
