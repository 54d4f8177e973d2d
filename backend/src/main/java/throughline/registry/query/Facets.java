package throughline.registry.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import throughline.registry.field.Field;
import throughline.registry.field.Storage;
import throughline.registry.sql.Sql;
import throughline.registry.vocabulary.Term;
import throughline.registry.vocabulary.Vocabularies;

/** Counts by value under a list's filters, each field's own filter left out. */
final class Facets {

    private static final int MOST_VALUES = 50;

    private final ListQuery query;
    private final ListSql sql;
    private final Vocabularies vocabularies;

    Facets(ListQuery query, ListSql sql, Vocabularies vocabularies) {
        this.query = query;
        this.sql = sql;
        this.vocabularies = vocabularies;
    }

    private record Ranked(ListPage.Count count, long place) {}

    ListPage.Facet read(Connection connection, Field<?> field) throws SQLException {
        List<String> named = named(field);
        List<Ranked> found = new Sql("select value, max(title), sum(n)::bigint, row_number() over"
                        + " (order by sum(n) desc, value collate \"C\" nulls last) as place from (")
                .add(counts(field))
                .add(" union all select v, e.title, 0 from unnest(?::text[]) v", named)
                .add(" left join entry e on e.id = v and e.lifecycle <> 'draft') o group by value order by place")
                .plannedEachTime()
                .list(connection, row -> {
                    String value = row.getString(1);
                    return new Ranked(count(field, value, row.getString(2), row.getLong(3)), row.getLong(4));
                });
        List<ListPage.Count> counts = found.stream()
                .filter(each -> each.place() <= MOST_VALUES
                        || named.contains(each.count().value()))
                .map(Ranked::count)
                .toList();
        return new ListPage.Facet(field.name(), counts, found.size() > counts.size());
    }

    /** The values that the field's own filter names, null for "without a value": they are told even where nothing has them. */
    private List<String> named(Field<?> field) {
        return query.conditions().stream()
                .filter(condition -> condition.filter().field() == field && condition.is("eq"))
                .flatMap(Condition::named)
                .distinct()
                .toList();
    }

    private Sql counts(Field<?> field) {
        return switch (field.storage()) {
            case ARRAY ->
                new Sql("select a.value, null as title, count(*) as n from (select t." + field.column() + " as stated")
                        .add(sql.source(field))
                        .add(") r left join lateral unnest(r.stated) a(value) on true group by 1");
            case LINK ->
                new Sql("select l.target as value, min(e.title) as title, count(*) as n from (select t.id")
                        .add(sql.source(field))
                        .add(") r left join link l on l.owner = r.id and l.field = '" + field.name()
                                + "' left join entry e on e.id = l.target group by 1");
            default ->
                new Sql("select t." + field.column() + " as value, null as title, count(*) as n")
                        .add(sql.source(field))
                        .add(" group by 1");
        };
    }

    private ListPage.Count count(Field<?> field, String value, String title, long count) {
        String label = value == null || field.storage() == Storage.LINK || field.vocabulary() == null
                ? title == null ? value : title
                : vocabularies
                        .get(field.vocabulary())
                        .term(value)
                        .map(Term::label)
                        .orElse(value);
        return new ListPage.Count(value, label, count);
    }
}
