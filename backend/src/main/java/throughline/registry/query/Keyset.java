package throughline.registry.query;

import java.util.List;
import throughline.registry.sql.Sql;

/**
 * The order of a list, and what comes after a row in it. Nulls stand last both ways, and directions may be mixed: row comparison knows
 * neither, so the condition is spelt out.
 */
final class Keyset {

    private Keyset() {}

    static Sql order(List<ListSql.Key> keys, boolean back) {
        StringBuilder order = new StringBuilder(" order by ");
        for (int i = 0; i < keys.size(); i++) {
            boolean descending = keys.get(i).descending() != back;
            order.append('k')
                    .append(i)
                    .append(descending ? " desc" : " asc")
                    .append(back ? " nulls first, " : " nulls last, ");
        }
        boolean descending = keys.get(keys.size() - 1).descending() != back;
        return new Sql(
                order.append("t.id").append(descending ? " desc" : " asc").toString());
    }

    static Sql after(List<ListSql.Key> keys, Cursor cursor) {
        Sql any = new Sql("false");
        for (int i = 0; i <= keys.size(); i++) {
            Sql here = new Sql("true");
            for (int j = 0; j < i; j++) {
                here.add(" and ").add(same(keys.get(j), cursor.values().get(j)));
            }
            here.add(" and ")
                    .add(
                            i == keys.size()
                                    ? afterId(keys, cursor)
                                    : beyond(keys.get(i), cursor.values().get(i), cursor.back()));
            any.add(" or (").add(here).add(")");
        }
        return any;
    }

    private static Sql same(ListSql.Key key, String value) {
        return value == null
                ? new Sql("").add(key.expression()).add(" is null")
                : new Sql("").add(key.expression()).add(" = ?::" + key.type(), value);
    }

    private static Sql beyond(ListSql.Key key, String value, boolean back) {
        if (value == null) {
            return back ? new Sql("").add(key.expression()).add(" is not null") : new Sql("false");
        }
        String comparison = key.descending() == back ? " > ?::" : " < ?::";
        Sql beyond = new Sql("(").add(key.expression()).add(comparison + key.type(), value);
        return key.nullable() && !back
                ? beyond.add(" or ").add(key.expression()).add(" is null)")
                : beyond.add(")");
    }

    private static Sql afterId(List<ListSql.Key> keys, Cursor cursor) {
        boolean descending = keys.get(keys.size() - 1).descending();
        return new Sql("t.id" + (descending == cursor.back() ? " > ?" : " < ?"), cursor.id());
    }
}
