package throughline.registry.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import throughline.registry.field.Field;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;
import throughline.registry.vocabulary.Vocabularies;

/**
 * Reads lists of any kind: one statement for the page, one for count and position, one for each facet, one for words (three where no record
 * has all of them), all of one snapshot.
 */
@ApplicationScoped
public class Lists {

    private final DataSource database;
    private final Vocabularies vocabularies;

    @Inject
    Lists(DataSource database, Vocabularies vocabularies) {
        this.database = database;
        this.vocabularies = vocabularies;
    }

    public ListPage read(ListQuery query, boolean seesPrivateParts) {
        boolean several =
                query.count() || !query.facets().isEmpty() || !query.words().isEmpty();
        return Snapshot.of(database, several, connection -> read(connection, query, seesPrivateParts));
    }

    private ListPage read(Connection connection, ListQuery query, boolean seesPrivateParts) throws SQLException {
        Words words = Words.of(connection, query);
        ListSql sql = new ListSql(query, seesPrivateParts, words);
        Walk walk = sql.walk();
        Slice<String> slice = slice(connection, query, walk);
        if (slice.rows().isEmpty() && !words.known().isEmpty() && !(query.place() instanceof Place.Beside)) {
            sql = new ListSql(query, seesPrivateParts, words.apart(connection, query, seesPrivateParts));
            walk = sql.walk();
            slice = slice(connection, query, walk);
        }
        ListPage.Counted counted = query.count() ? count(connection, query, walk, slice.first()) : null;
        Facets facets = new Facets(query, sql, vocabularies);
        List<ListPage.Facet> counts = new ArrayList<>();
        for (Field<?> field : query.facets()) {
            counts.add(facets.read(connection, field));
        }
        return new ListPage(slice, counted, counts);
    }

    private static Slice<String> slice(Connection connection, ListQuery query, Walk walk) throws SQLException {
        return walk.read(
                connection,
                query.place(),
                query.limit(),
                new Walk.Rows<>(
                        ", e.document",
                        "left join entry e on e.id = p.k" + (walk.keys().size() - 1),
                        row -> row.getString("document")));
    }

    private static ListPage.Counted count(Connection connection, ListQuery query, Walk walk, Cursor first)
            throws SQLException {
        Sql before = first == null ? new Sql("true") : walk.before(first);
        return new Sql("")
                .add(walk.head())
                .add("select count(*), count(*) filter (where ")
                .add(before)
                .add(")")
                .add(walk.source())
                .plannedEachTime()
                .first(connection, row -> {
                    boolean exact = !query.ranked() || row.getLong(1) < ListSql.MOST_RANKED;
                    return new ListPage.Counted(row.getLong(1), exact, row.getLong(2));
                })
                .orElseThrow();
    }
}
