package throughline.registry.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import throughline.registry.sql.Sql;

/**
 * Rows in an order, read page by page, there and back: each page is one statement, and each of its segments one walk along an index where
 * there is one.
 *
 * @param head what the statement begins with ({@code with …}), or nothing
 * @param source from and where
 * @param keys the order; the last one, or the last ones, tell any two rows apart
 * @param kept what each cursor bears beside its place
 */
public record Walk(Sql head, Sql source, List<Key> keys, List<String> kept) {

    /**
     * What a page's rows are read from.
     *
     * @param columns of the rows
     * @param join joins them to the page's keys, {@code p.k0} and so on
     */
    public record Rows<T>(String columns, String join, Sql.Row<T> read) {}

    /** The class of PostgreSQL's states for a text that is no value of its type. */
    private static final String NO_SUCH_VALUE = "22";

    private record Found<T>(T row, Cursor cursor) {}

    /** What a page's statement knows beside its rows. */
    private static final class Known {
        private long seq;
        private String epoch;
        private String first;
        private String spot;
    }

    public <T> Slice<T> read(Connection connection, Place place, int limit, Rows<T> rows) throws SQLException {
        try {
            return page(connection, place, limit, rows);
        } catch (SQLException refused) {
            if (place instanceof Place.Beside beside
                    && String.valueOf(refused.getSQLState()).startsWith(NO_SUCH_VALUE)) {
                throw beside.cursor().forged();
            }
            throw refused;
        }
    }

    private <T> Slice<T> page(Connection connection, Place place, int limit, Rows<T> rows) throws SQLException {
        Known known = new Known();
        List<Found<T>> found = new ArrayList<>();
        statement(place, limit, rows).plannedEachTime().each(connection, row -> {
            known.seq = row.getLong("clock_seq");
            known.epoch = row.getString("clock_epoch");
            known.first = row.getString("first_one");
            known.spot = row.getString("spot_one");
            if (row.getObject("k_last") != null) {
                found.add(new Found<>(rows.read().read(row), cursor(row, known.epoch)));
            }
        });
        if (place instanceof Place.Beside beside) {
            beside.cursor().requireEpoch(known.epoch);
        }
        return slice(place, limit, found, known);
    }

    private <T> Slice<T> slice(Place place, int limit, List<Found<T>> found, Known known) {
        boolean more = found.size() > limit;
        if (more) {
            found.remove(limit);
        }
        if (place.back()) {
            Collections.reverse(found);
        }
        List<T> rows = found.stream().map(Found::row).toList();
        if (found.isEmpty()) {
            return new Slice<>(rows, null, null, null, false, known.seq, known.epoch);
        }
        Cursor first = found.get(0).cursor();
        Cursor last = found.get(found.size() - 1).cursor();
        boolean next = place.back() ? place instanceof Place.Beside : more;
        boolean previous = place.back() ? more : follows(place, first, known);
        return new Slice<>(
                rows, first, next ? last : null, previous ? first : null, known.spot != null, known.seq, known.epoch);
    }

    /** Whether something lies before the first row of a page that was read forward. */
    private static boolean follows(Place place, Cursor first, Known known) {
        if (place instanceof Place.From || place instanceof Place.At) {
            List<String> values = first.values();
            return !values.get(values.size() - 1).equals(known.first);
        }
        return place instanceof Place.Beside || place instanceof Place.Row row && row.number() > 0;
    }

    private Cursor cursor(ResultSet row, String epoch) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(row.getString("t" + i));
        }
        return new Cursor(values, kept, epoch, false);
    }

    private Sql statement(Place place, int limit, Rows<?> rows) {
        String last = "k" + (keys.size() - 1);
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            texts.append(", p.k").append(i).append("::text as t").append(i);
        }
        Sql sql = new Sql("").add(head);
        if (place instanceof Place.At at) {
            sql.add(head.isEmpty() ? "with " : ", ");
            sql.add("spot as (select " + Keyset.columns(keys)).add(source);
            sql.add(" and " + keys.get(keys.size() - 1).column() + " = ?) ", at.id());
        }
        sql.add("select c.seq as clock_seq, c.epoch as clock_epoch, p." + last + " as k_last" + texts + ", ");
        if (place instanceof Place.From || place instanceof Place.At) {
            sql.add("(select o." + last + " from (select " + Keyset.columns(keys))
                    .add(source);
            sql.add(Keyset.order(keys, false) + " limit 1) o)");
        } else {
            sql.add("null");
        }
        sql.add(" as first_one, " + (place instanceof Place.At ? "(select " + last + " from spot)" : "null"));
        sql.add(" as spot_one" + rows.columns() + " from clock c left join (").add(page(place, limit + 1));
        return sql.add(") p on true " + rows.join() + Keyset.order(keys, place.back()));
    }

    private Sql page(Place place, int most) {
        boolean back = place.back();
        if (place instanceof Place.Beside beside) {
            List<Keyset.Value> values = Keyset.values(keys, beside.cursor().values());
            return union(Keyset.beyond(keys, values, back, false), back, most);
        }
        if (place instanceof Place.From from) {
            return union(from(keys.get(0), from.value()), false, most);
        }
        if (place instanceof Place.At) {
            List<Sql> segments = new ArrayList<>(Keyset.beyond(keys, spot(), false, true));
            segments.add(new Sql("not exists (select from spot)"));
            return union(segments, false, most);
        }
        Sql all = ordered(new Sql("true"), back, most);
        return place instanceof Place.Row row ? all.add(" offset " + row.number()) : all;
    }

    private static List<Sql> from(Key key, String value) {
        List<Sql> segments = new ArrayList<>();
        String comparison = key.column() + (key.descending() ? " <= " : " >= ");
        segments.add(new Sql(comparison + (key.folded() ? "fold(?)" : "?::" + key.type()), value));
        if (key.nullable()) {
            segments.add(new Sql(key.column() + " is null"));
        }
        return segments;
    }

    private List<Keyset.Value> spot() {
        List<Keyset.Value> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Boolean isNull = keys.get(i).nullable() ? null : Boolean.FALSE;
            values.add(new Keyset.Value(new Sql("(select k" + i + " from spot)"), isNull));
        }
        return values;
    }

    private Sql union(List<Sql> segments, boolean back, int most) {
        Sql all = new Sql("select * from (");
        for (int i = 0; i < segments.size(); i++) {
            all.add(i == 0 ? "(" : " union all (")
                    .add(ordered(segments.get(i), back, most))
                    .add(")");
        }
        return all.add(") u" + Keyset.order(keys, back) + " limit " + most);
    }

    private Sql ordered(Sql condition, boolean back, int most) {
        return new Sql("select " + Keyset.columns(keys))
                .add(source)
                .add(" and (")
                .add(condition)
                .add(")" + Keyset.order(keys, back) + " limit " + most);
    }

    /** How many rows lie before a place: a condition for {@code count(*) filter (where …)}. */
    Sql before(Cursor place) {
        return Keyset.any(Keyset.beyond(keys, Keyset.values(keys, place.values()), true, false));
    }
}
