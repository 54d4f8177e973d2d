package throughline.registry.query;

import java.util.List;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;

/**
 * What a list was asked for.
 *
 * @param key what a cursor is bound to: kind, filters, sort and words
 * @param cursor where the page begins, or null at the beginning
 */
public record ListQuery(
        Kind<?> kind,
        List<Condition> conditions,
        List<String> ids,
        List<Sort> sorts,
        List<String> words,
        int limit,
        Cursor cursor,
        boolean last,
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
