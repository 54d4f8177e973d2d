package throughline.registry.query;

import java.util.ArrayList;
import java.util.List;
import throughline.registry.field.Field;
import throughline.registry.field.Storage;
import throughline.registry.field.Type;
import throughline.registry.sql.Sql;

/** Makes a list's SQL from the declaration alone: no name that a caller sent ever becomes a part of it. */
final class ListSql {

    private final ListQuery query;
    private final boolean seesDrafts;

    /** Words without a hit of their own: titles near to them count. */
    private final List<String> misspelt;

    ListSql(ListQuery query, boolean seesDrafts, List<String> misspelt) {
        this.query = query;
        this.seesDrafts = seesDrafts;
        this.misspelt = misspelt;
    }

    /** From and where; a facet leaves its own field's filter out. */
    Sql source(Field<?> without) {
        Sql sql = new Sql(" from " + query.kind().table() + " t");
        if (!query.words().isEmpty()) {
            sql.add(" join search s on s.id = t.id");
        }
        sql.add(" where true");
        if (!seesDrafts) {
            sql.add(" and t.lifecycle <> 'draft'");
        }
        if (query.ids() != null) {
            sql.add(" and t.id = any(?)", query.ids());
        }
        for (Condition condition : query.conditions()) {
            if (condition.field() != without) {
                sql.add(" and ").add(condition(condition));
            }
        }
        words(sql);
        return sql;
    }

    private void words(Sql sql) {
        for (String word : query.words()) {
            if (misspelt.contains(word)) {
                sql.add(" and fold(?) <% s.title", word);
            } else {
                sql.add(" and (search_word(?) is null or s.words @@ search_word(?))", word, word);
            }
        }
    }

    private static Sql condition(Condition condition) {
        Field<?> field = condition.field();
        boolean negative = condition.operator().equals("not");
        Sql any =
                switch (field.storage()) {
                    case LINK -> link(field, condition);
                    case ARRAY -> array(field, condition);
                    case NESTED -> identifier(condition);
                    default -> scalar(field, condition);
                };
        return negative ? new Sql("not coalesce(").add(any).add(", false)") : any;
    }

    private static Sql scalar(Field<?> field, Condition condition) {
        String column = field.type() == Type.PARTIAL_DATE ? "t." + field.sortColumn() : "t." + field.column();
        String comparison =
                switch (condition.operator()) {
                    case "gte" -> " >= ";
                    case "lte" -> " <= ";
                    case "gt" -> " > ";
                    case "lt" -> " < ";
                    default -> null;
                };
        if (comparison != null) {
            return new Sql(
                    "(" + column + comparison + cast(field) + ")",
                    condition.values().toArray());
        }
        Sql sql = new Sql(
                "(" + column + " = any(" + (casts(field) ? "?::" + type(field) + "[]" : "?") + ")", condition.values());
        return sql.add(condition.orNull() ? " or " + column + " is null)" : ")");
    }

    private static boolean casts(Field<?> field) {
        return type(field) != null;
    }

    private static String cast(Field<?> field) {
        return switch (field.type()) {
            case PARTIAL_DATE, DATE -> "first_day(?)";
            case INSTANT -> "?::timestamptz";
            default -> "?::numeric";
        };
    }

    private static String type(Field<?> field) {
        return switch (field.type()) {
            case INTEGER -> "int";
            case NUMBER, MONEY -> "numeric";
            case DATE, PARTIAL_DATE -> "date";
            case INSTANT -> "timestamptz";
            default -> null;
        };
    }

    private static Sql array(Field<?> field, Condition condition) {
        Sql sql = new Sql("(t." + field.column() + " && ?", condition.values());
        return sql.add(condition.orNull() ? " or t." + field.column() + " = '{}')" : ")");
    }

    private static Sql link(Field<?> field, Condition condition) {
        String own = "select 1 from link l where l.owner = t.id and l.field = '" + field.name() + "' and not l.hidden";
        Sql sql = new Sql("(exists (" + own + " and l.target = any(?))", condition.values());
        return sql.add(condition.orNull() ? " or not exists (" + own + "))" : ")");
    }

    private static Sql identifier(Condition condition) {
        String own = "select 1 from identifier i where i.owner = t.id";
        Sql sql = new Sql("(exists (" + own + " and i.scheme || ':' || i.value = any(?))", condition.values());
        return sql.add(condition.orNull() ? " or not exists (" + own + "))" : ")");
    }

    /** The order, its values as text for the cursor, and what comes after one. */
    List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        if (query.ranked()) {
            Sql rank = new Sql("ts_rank_cd(s.words, ");
            Sql all = new Sql("''::tsquery");
            query.words().forEach(word -> all.add(" || coalesce(search_word(?), ''::tsquery)", word));
            keys.add(new Key(rank.add(all).add(")"), "real", true, false));
        }
        for (ListQuery.Sort sort : query.sorts()) {
            Field<?> field = sort.field();
            boolean nullable = field.storage() != Storage.ENTRY && !field.isRequired();
            keys.add(new Key(new Sql("t." + field.sortColumn()), columnType(field), sort.descending(), nullable));
        }
        if (keys.isEmpty()) {
            keys.add(new Key(new Sql("t.created_at"), "timestamptz", true, false));
        }
        return keys;
    }

    private static String columnType(Field<?> field) {
        String type = type(field);
        return type == null ? "text" : type;
    }

    /** One key of the order. */
    record Key(Sql expression, String type, boolean descending, boolean nullable) {}
}
