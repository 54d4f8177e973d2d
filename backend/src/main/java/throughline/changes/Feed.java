package throughline.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Moment;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/**
 * Reads the feed: each record once, at its latest change, in one statement with the registry's number. Whoever goes on at {@code next} misses
 * nothing, since numbers are given in the order of the commits: what comes later has a greater one.
 */
@ApplicationScoped
class Feed {

    /** Where a page of whole records ends before its limit: a node holds several such pages at once. */
    private static final int MOST_BYTES = 4 << 20;

    private static final String PAGE = """
            select c.seq as last, c.epoch, p.* from clock c left join (
                select f.*, lead(f.number) over w is not null as followed,
                    coalesce(sum(octet_length(f.document)) over (w rows between unbounded preceding and 1 preceding), 0) as before
                from (
                    select e.id, e.kind, e.<as>seq as number, e.<as>at as at, e.<as>version as version, <upsert> as upsert,
                        case when <seen> then e.merged_into end as merged_into,
                        case when ? and <upsert> then e.document end as document
                    from <source> order by e.<as>seq limit ?) f
                window w as (order by f.number)) p on p.before < ?
            order by p.number
            """;

    /** Kind by kind, so that a rare one is found by its index, and not by reading all the others. */
    private static final String OF_A_KIND =
            " union all (select * from entry where kind = ? and <as>seq > ? order by <as>seq limit ?)";

    private final DataSource database;

    @Inject
    Feed(DataSource database) {
        this.database = database;
    }

    /**
     * What is asked for.
     *
     * @param after the number of the last change that the reader knows
     * @param epoch in which he was given it, or null
     * @param kinds of which records, or null for all
     * @param records whether the records themselves are wanted
     */
    record Asked(long after, String epoch, List<String> kinds, int limit, boolean records) {}

    /**
     * A page of it.
     *
     * @param last the registry's number when it was read
     */
    record Page(List<ObjectNode> items, String epoch, long next, long last, boolean more) {}

    private record Row(long last, String epoch, long number, boolean followed, ObjectNode item) {}

    /** @param seesDrafts else it is the public's: of what is public, and of what was, by the number that it last had as such */
    Page read(Asked asked, boolean seesDrafts) {
        Sql statement = statement(asked, seesDrafts);
        List<Row> rows = Snapshot.of(database, false, connection -> statement
                .plannedEachTime()
                .list(connection, row -> row(row, asked.records())));
        Row known = rows.get(0);
        refuseReset(asked, known);
        List<Row> shown = rows.stream()
                .filter(row -> row.number() > 0)
                .limit(asked.limit())
                .toList();
        Row end = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        boolean more = end != null && end.followed();
        return new Page(
                shown.stream().map(Row::item).toList(),
                known.epoch(),
                more ? end.number() : known.last(),
                known.last(),
                more);
    }

    private static void refuseReset(Asked asked, Row known) {
        boolean otherEpoch = asked.epoch() != null && !asked.epoch().equals(known.epoch());
        if (otherEpoch || asked.after() > known.last()) {
            String why = otherEpoch
                    ? "The registry's epoch is " + known.epoch() + ", no longer " + asked.epoch()
                    : "The registry's last change is " + known.last() + ", before " + asked.after();
            throw ProblemException.of(
                    ProblemType.FEED_RESET, why + ": it was rebuilt. Begin again with after=0 and without epoch.");
        }
    }

    private static Sql statement(Asked asked, boolean seesDrafts) {
        String[] parts = numbered(PAGE, seesDrafts)
                .replace("<upsert>", "(e.state = 'live' and <seen>)")
                .replace("<seen>", seesDrafts ? "true" : "e.lifecycle <> 'draft'")
                .split("<source>");
        Sql statement = new Sql(parts[0], asked.records());
        if (asked.kinds() == null) {
            statement.add(numbered("entry e where e.<as>seq > ?", seesDrafts), asked.after());
        } else {
            statement.add("(select * from entry where false");
            for (String kind : asked.kinds()) {
                statement.add(numbered(OF_A_KIND, seesDrafts), kind, asked.after(), asked.limit() + 1);
            }
            statement.add(") e");
        }
        return statement.add(parts[1], asked.limit() + 1, MOST_BYTES);
    }

    private static String numbered(String sql, boolean seesDrafts) {
        return sql.replace("<as>", seesDrafts ? "" : "public_");
    }

    private static Row row(ResultSet row, boolean withRecord) throws SQLException {
        ObjectNode item = Json.object()
                .put("seq", row.getLong("number"))
                .put("at", Moment.text(Sql.instant(row, "at")))
                .put("kind", row.getString("kind"))
                .put("id", row.getString("id"))
                .put("op", row.getBoolean("upsert") ? "upsert" : "delete")
                .put("version", row.getInt("version"))
                .put("mergedInto", row.getString("merged_into"));
        if (withRecord) {
            String document = row.getString("document");
            // As it lies there: written anew, it would be other bytes than those of the lists.
            item.putRawValue("record", document == null ? null : new RawValue(document));
        }
        return new Row(
                row.getLong("last"), row.getString("epoch"), row.getLong("number"), row.getBoolean("followed"), item);
    }
}
