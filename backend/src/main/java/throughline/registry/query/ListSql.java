package throughline.registry.query;

import java.util.ArrayList;
import java.util.List;
import throughline.registry.field.Field;
import throughline.registry.field.Type;
import throughline.registry.sql.Sql;

/** Makes a list's SQL from the declaration alone: no name that a caller sent ever becomes a part of it. */
final class ListSql {

    /** Of more hits than these the youngest are ranked. */
    static final int MOST_RANKED = 10_000;

    private final ListQuery query;
    private final boolean seesPrivateParts;

    private final Words words;

    ListSql(ListQuery query, boolean seesPrivateParts, Words words) {
        this.query = query;
        this.seesPrivateParts = seesPrivateParts;
        this.words = words;
    }

    Walk walk() {
        if (!query.ranked()) {
            return new Walk(new Sql(""), source(null), keys(), words.kept());
        }
        // Ranked once they are chosen: ranking takes longer than finding.
        Sql hits = new Sql("with hits as (select s.id, (")
                .add(rank())
                .add(")::real as rank from (select s.id, s.title, s.words")
                .add(hits())
                .add(" order by s.id desc limit " + MOST_RANKED + ") s) ");
        List<Key> keys =
                List.of(new Key("t.rank", "real", true, false, false), new Key("t.id", "text", true, false, false));
        return new Walk(hits, new Sql(" from hits t where true"), keys, words.kept());
    }

    /** What words find. Without a filter beside them they need nothing of the kind's own table, and joining it is the dearer part. */
    private Sql hits() {
        if (!query.conditions().isEmpty() || query.ids() != null) {
            return source(null);
        }
        Sql sql = new Sql(" from search s where s.kind = '" + query.kind().name() + "'"
                + (seesPrivateParts ? "" : " and not s.draft"));
        return addWords(sql);
    }

    /** From and where; a facet leaves its own field's filter out. */
    Sql source(Field<?> without) {
        Sql sql = new Sql(" from " + query.kind().table() + " t");
        if (!query.words().isEmpty()) {
            sql.add(" join search s on s.id = t.id");
        }
        sql.add(" where true");
        if (!seesPrivateParts) {
            sql.add(" and t.lifecycle <> 'draft'");
        }
        if (query.ids() != null) {
            sql.add(" and t.id = any(?)", query.ids());
        }
        for (Condition condition : query.conditions()) {
            if (condition.filter().field() != without) {
                sql.add(" and ").add(condition(condition));
            }
        }
        return addWords(sql);
    }

    private Sql addWords(Sql sql) {
        words.known().forEach(word -> sql.add(" and s.words @@ search_word(?)", word));
        words.misspelt().forEach(word -> sql.add(" and fold(?) <% s.title", word));
        return sql;
    }

    private Sql rank() {
        Sql rank = new Sql("0");
        words.misspelt().forEach(word -> rank.add(" + word_similarity(fold(?), s.title)", word));
        if (!words.known().isEmpty()) {
            rank.add(" + ts_rank_cd(s.words, search_word(?)", words.known().get(0));
            words.known().stream().skip(1).forEach(word -> rank.add(" || search_word(?)", word));
            rank.add(")");
        }
        return rank;
    }

    private Sql condition(Condition condition) {
        Sql any =
                switch (condition.filter().field().storage()) {
                    case LINK -> link(condition);
                    case ARRAY -> array(condition);
                    case NESTED -> nested(condition);
                    default -> scalar(condition);
                };
        return condition.is("not") ? new Sql("not coalesce(").add(any).add(", false)") : any;
    }

    private static Sql scalar(Condition condition) {
        Field<?> field = condition.filter().field();
        String column = "t." + (field.type() == Type.PARTIAL_DATE ? field.sortColumn() : field.column());
        String type = type(field);
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
                    column + comparison + "?::" + type, condition.values().get(0));
        }
        // Of one value alone PostgreSQL reads an index that begins with it in that index's order.
        Sql sql = condition.values().size() == 1
                ? new Sql("(" + column + " = ?::" + type, condition.values().get(0))
                : new Sql("(" + column + " = any(?::" + type + "[])", condition.values());
        return sql.add(condition.orNull() ? " or " + column + " is null)" : ")");
    }

    private static String type(Field<?> field) {
        return switch (field.type()) {
            case INTEGER -> "bigint";
            case NUMBER, MONEY -> "numeric";
            case DATE, PARTIAL_DATE -> "date";
            case INSTANT -> "timestamptz";
            case BOOLEAN -> "boolean";
            default -> "text";
        };
    }

    private static Sql array(Condition condition) {
        String column = "t." + condition.filter().field().column();
        Sql sql = new Sql("(" + column + " && ?", condition.values());
        return sql.add(condition.orNull() ? " or " + column + " = '{}')" : ")");
    }

    private Sql link(Condition condition) {
        Filter filter = condition.filter();
        Sql stated = links(filter.linkField());
        Sql sql = new Sql("(exists (").add(stated).add(" and l.target = any(?)", condition.values());
        // A relationship and its type are asked of one and the same link.
        for (Condition other : query.conditions()) {
            if (other.filter().group() == filter.field() && condition.is("eq") && other.is("eq")) {
                sql.add(" and l." + other.filter().field().column() + " = any(?)", other.values());
            }
        }
        sql.add(")");
        return condition.orNull()
                ? sql.add(" or not exists (").add(links(filter.linkField())).add("))")
                : sql.add(")");
    }

    private Sql links(String field) {
        return new Sql("select from link l where l.owner = t.id and l.field = '" + field + "'"
                + (seesPrivateParts ? "" : " and not l.hidden"));
    }

    private Sql nested(Condition condition) {
        Filter filter = condition.filter();
        if (filter.group() != null) {
            return new Sql("(exists (")
                    .add(links(filter.group().name()))
                    .add(" and l." + filter.field().column() + " = any(?)))", condition.values());
        }
        String own = "select from identifier i where i.owner = t.id";
        Sql sql = new Sql("(exists (" + own + " and i.scheme || ':' || i.value = any(?))", condition.values());
        return sql.add(condition.orNull() ? " or not exists (" + own + "))" : ")");
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (ListQuery.Sort sort : query.sorts()) {
            Field<?> field = sort.field();
            keys.add(new Key(
                    "t." + field.sortColumn(),
                    type(field),
                    sort.descending(),
                    field.mayBeAbsent(),
                    field.type() == Type.LINE));
        }
        if (keys.isEmpty()) {
            keys.add(new Key("t.created_at", "timestamptz", true, false, false));
        }
        keys.add(new Key("t.id", "text", keys.get(keys.size() - 1).descending(), false, false));
        return keys;
    }
}
