package throughline.registry.query;

import java.util.ArrayList;
import java.util.List;
import throughline.registry.sql.Sql;

/**
 * The order of a walk, and what lies beyond a place in it. Nulls stand last both ways, and directions may be mixed: row comparison knows
 * neither, so what lies beyond is spelt out in segments, of which each can be one walk along an index.
 */
final class Keyset {

    private Keyset() {}

    /** A key's value at a place; of one that is known only to the statement itself, {@code isNull} is null. */
    record Value(Sql sql, Boolean isNull) {

        static Value of(Key key, String text) {
            return new Value(new Sql("?::" + key.type(), text), text == null);
        }

        boolean mayBeNull() {
            return isNull == null || isNull;
        }

        boolean mayBeThere() {
            return isNull == null || !isNull;
        }

        /** Nothing where it is known anyway. */
        Sql where(String is) {
            return isNull == null ? new Sql(" and ").add(sql).add(is) : new Sql("");
        }
    }

    static List<Value> values(List<Key> keys, List<String> texts) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(Value.of(keys.get(i), texts.get(i)));
        }
        return values;
    }

    static String columns(List<Key> keys) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            columns.append(i == 0 ? "" : ", ")
                    .append(keys.get(i).column())
                    .append(" as k")
                    .append(i);
        }
        return columns.toString();
    }

    /** By the names that {@link #columns} gives. A column that is never null says nothing of nulls, or no index would fit. */
    static String order(List<Key> keys, boolean back) {
        StringBuilder order = new StringBuilder(" order by ");
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            order.append(i == 0 ? "k" : ", k").append(i).append(key.descending() == back ? " asc" : " desc");
            if (key.nullable()) {
                order.append(back ? " nulls first" : " nulls last");
            }
        }
        return order.toString();
    }

    /** @param orAt whether the place itself belongs to what is asked for */
    static List<Sql> beyond(List<Key> keys, List<Value> place, boolean back, boolean orAt) {
        List<Sql> segments = new ArrayList<>();
        List<Sql> level = List.of(new Sql("true"));
        for (int i = 0; i < keys.size(); i++) {
            segments.addAll(each(level, past(keys.get(i), place.get(i), back)));
            level = each(level, same(keys.get(i), place.get(i)));
        }
        if (orAt) {
            segments.addAll(level);
        }
        return segments;
    }

    static Sql any(List<Sql> segments) {
        Sql any = new Sql("(false");
        segments.forEach(segment -> any.add(" or (").add(segment).add(")"));
        return any.add(")");
    }

    private static List<Sql> each(List<Sql> before, List<Sql> conditions) {
        List<Sql> all = new ArrayList<>();
        for (Sql first : before) {
            conditions.forEach(
                    condition -> all.add(new Sql("").add(first).add(" and ").add(condition)));
        }
        return all;
    }

    private static List<Sql> past(Key key, Value value, boolean back) {
        List<Sql> past = new ArrayList<>();
        if (value.mayBeThere()) {
            past.add(new Sql(key.column() + (key.descending() == back ? " > " : " < ")).add(value.sql()));
        }
        if (key.nullable() && !back && value.mayBeThere()) {
            past.add(new Sql(key.column() + " is null").add(value.where(" is not null")));
        }
        if (key.nullable() && back && value.mayBeNull()) {
            past.add(new Sql(key.column() + " is not null").add(value.where(" is null")));
        }
        return past;
    }

    private static List<Sql> same(Key key, Value value) {
        List<Sql> same = new ArrayList<>();
        if (value.mayBeThere()) {
            same.add(new Sql(key.column() + " = ").add(value.sql()));
        }
        if (key.nullable() && value.mayBeNull()) {
            same.add(new Sql(key.column() + " is null").add(value.where(" is null")));
        }
        return same;
    }
}
