package throughline.registry.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import throughline.registry.field.Field;
import throughline.registry.field.Storage;
import throughline.registry.sql.Sql;
import throughline.registry.vocabulary.Term;
import throughline.registry.vocabulary.Vocabularies;

/** Reads pages of any kind: one statement for the page, one for the count, one for each facet, all of one snapshot. */
@ApplicationScoped
public class Lists {

    private static final int MOST_VALUES = 50;

    private final DataSource database;
    private final Vocabularies vocabularies;

    @Inject
    Lists(DataSource database, Vocabularies vocabularies) {
        this.database = database;
        this.vocabularies = vocabularies;
    }

    public ListPage read(ListQuery query, boolean seesDrafts) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new Sql("set transaction isolation level repeatable read, read only").update(connection);
                return read(connection, query, seesDrafts);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
    }

    private ListPage read(Connection connection, ListQuery query, boolean seesDrafts) throws SQLException {
        ListSql sql = new ListSql(query, seesDrafts, misspelt(connection, query, seesDrafts));
        Rows rows = rows(connection, query, sql);
        boolean back = query.last() || query.cursor() != null && query.cursor().back();
        boolean more = rows.cursors.size() > query.limit();
        if (more) {
            rows.cursors.remove(query.limit());
            rows.documents.remove(query.limit());
        }
        if (back) {
            Collections.reverse(rows.cursors);
            Collections.reverse(rows.documents);
        }
        boolean none = rows.cursors.isEmpty();
        boolean hasNext = back ? query.cursor() != null : more;
        boolean hasPrevious = back ? more : query.cursor() != null;
        Long total = query.count()
                ? new Sql("select count(*)")
                        .add(sql.source(null))
                        .first(connection, row -> row.getLong(1))
                        .orElse(0L)
                : null;
        List<ListPage.Facet> facets = new ArrayList<>();
        for (Field<?> field : query.facets()) {
            facets.add(facet(connection, sql, field));
        }
        return new ListPage(
                rows.documents,
                none || !hasNext ? null : rows.cursors.get(rows.cursors.size() - 1),
                none || !hasPrevious ? null : rows.cursors.get(0),
                rows.seq,
                rows.epoch,
                total,
                facets);
    }

    /** Words that nothing begins with, asked for with what may be seen and nothing else: one statement, where there are words. */
    private static List<String> misspelt(Connection connection, ListQuery query, boolean seesDrafts)
            throws SQLException {
        if (query.words().isEmpty()) {
            return List.of();
        }
        String seen = seesDrafts ? "" : " and t.lifecycle <> 'draft'";
        return new Sql(
                        "select w from unnest(?) w where search_word(w) is not null and not exists (select 1 from search s join "
                                + query.kind().table() + " t on t.id = s.id where s.words @@ search_word(w)" + seen
                                + ")",
                        query.words())
                .list(connection, row -> row.getString(1));
    }

    private static final class Rows {
        final List<String> documents = new ArrayList<>();
        final List<Cursor> cursors = new ArrayList<>();
        long seq;
        String epoch;
    }

    private static Rows rows(Connection connection, ListQuery query, ListSql sql) throws SQLException {
        List<ListSql.Key> keys = sql.keys();
        boolean back = query.last() || query.cursor() != null && query.cursor().back();
        Sql page = new Sql("select t.id");
        for (int i = 0; i < keys.size(); i++) {
            page.add(", ").add(keys.get(i).expression()).add(" as k" + i);
        }
        page.add(sql.source(null));
        if (query.cursor() != null) {
            page.add(" and (").add(Keyset.after(keys, query.cursor())).add(")");
        }
        page.add(Keyset.order(keys, back)).add(" limit " + (query.limit() + 1));
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            columns.append(", p.k").append(i).append("::text");
        }
        Sql whole = new Sql("select c.seq, c.epoch, p.id, e.document" + columns
                        + " from clock c left join (select *, row_number() over () n from (")
                .add(page)
                .add(") o) p on true left join entry e on e.id = p.id order by p.n");
        Rows rows = new Rows();
        whole.each(connection, row -> {
            rows.seq = row.getLong(1);
            rows.epoch = row.getString(2);
            if (row.getString(3) != null) {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < keys.size(); i++) {
                    values.add(row.getString(5 + i));
                }
                rows.documents.add(row.getString(4));
                rows.cursors.add(new Cursor(values, row.getString(3), back));
            }
        });
        return rows;
    }

    private ListPage.Facet facet(Connection connection, ListSql sql, Field<?> field) throws SQLException {
        Sql counts =
                switch (field.storage()) {
                    case ARRAY ->
                        new Sql("select v.value, null, count(*) from (select t.id, t." + field.column()
                                        + " as all_values")
                                .add(sql.source(field))
                                .add(") r left join lateral unnest(r.all_values) v(value) on true group by 1");
                    case LINK ->
                        new Sql("select l.target, min(e.title), count(*) from (select t.id")
                                .add(sql.source(field))
                                .add(") r left join link l on l.owner = r.id and l.field = '" + field.name()
                                        + "' and not l.hidden left join entry e on e.id = l.target group by 1");
                    default ->
                        new Sql("select t." + field.column() + ", null, count(*)")
                                .add(sql.source(field))
                                .add(" group by 1");
                };
        List<ListPage.Count> found = counts.add(" order by 3 desc, 1 limit " + (MOST_VALUES + 1))
                .list(connection, row -> count(field, row.getString(1), row.getString(2), row.getLong(3)));
        boolean cut = found.size() > MOST_VALUES;
        return new ListPage.Facet(field.name(), cut ? found.subList(0, MOST_VALUES) : found, cut);
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
