package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.registry.field.Kinds;
import throughline.registry.sql.Sql;

/**
 * Puts records back to what they were before a change set. It may have been a load of very many: they are opened some at a time, first for
 * what rules between records ask of them, then to be written.
 */
final class PutBack {

    /** So many are opened at once; fewer, where they are long. */
    private static final int SOME = 250;

    private static final int SOME_BYTES = 1 << 20;

    private static final String RECORDS = """
            select h.id, coalesce(octet_length(e.document), 0) + coalesce(octet_length(p.document), 0) as bytes from history h
                join entry e on e.id = h.id left join history p on p.id = h.id and p.version = h.version - 1
            where h.change_set = ? order by h.seq
            """;

    private static final String BEFORE = """
            select h.id, h.kind, p.document from history h
                left join history p on p.id = h.id and p.version = h.version - 1
            where h.change_set = ? and h.id = any(?)
            """;

    private final Write write;
    private final String changeSet;
    private final List<List<String>> parts = new ArrayList<>();
    private int bytes;

    private PutBack(Write write, String changeSet) {
        this.write = write;
        this.changeSet = changeSet;
    }

    /** @param left those that are left as they are */
    static PutBack of(Write write, String changeSet, Set<String> left) throws SQLException {
        PutBack all = new PutBack(write, changeSet);
        new Sql(RECORDS, changeSet).each(write.connection, row -> {
            if (!left.contains(row.getString(1))) {
                all.add(row.getString(1), row.getInt(2));
            }
        });
        return all;
    }

    private void add(String id, int length) {
        if (parts.isEmpty()
                || bytes >= SOME_BYTES
                || parts.get(parts.size() - 1).size() == SOME) {
            parts.add(new ArrayList<>());
            bytes = 0;
        }
        parts.get(parts.size() - 1).add(id);
        bytes += length;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void run() throws SQLException {
        Map<String, Facts> facts = new LinkedHashMap<>();
        for (List<String> part : parts) {
            open(part).forEach(change -> facts.put(change.id, Facts.of(change)));
            write.entities.clear();
        }
        Targets targets = Finish.check(write, facts);
        write.refusals.refuse();
        Set<String> changed = facts.values().stream()
                .filter(each -> !each.unchanged())
                .map(Facts::id)
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            ChangeSetRow.insert(write);
            put(targets, changed);
            Finish.setClock(write);
        }
    }

    private void put(Targets targets, Set<String> changed) throws SQLException {
        List<Referrers.Renamed> renamed = new ArrayList<>();
        for (List<String> part : parts) {
            open(part).stream().filter(change -> changed.contains(change.id)).forEach(write::add);
            Finish.put(write, targets);
            write.changes.values().stream()
                    .filter(Change::renamed)
                    .map(Referrers.Renamed::of)
                    .forEach(renamed::add);
            write.changes.clear();
            write.entities.clear();
        }
        for (Referrers.Renamed each : renamed) {
            Referrers.rename(write, each, changed);
        }
    }

    /** Some of them, as they are to become. */
    private List<Change> open(List<String> part) throws SQLException {
        Map<String, ObjectNode> before = before(part);
        List<Change> opened = write.open(part);
        for (Change change : opened) {
            change.tree = before.get(change.id);
            change.op = change.deleted() ? "delete" : "restore";
        }
        return opened;
    }

    /** What each record was before the set; null where it was not, or was deleted. */
    private Map<String, ObjectNode> before(List<String> part) throws SQLException {
        Map<String, ObjectNode> before = new HashMap<>();
        new Sql(BEFORE, changeSet, part)
                .each(
                        write.connection,
                        row -> before.put(
                                row.getString("id"),
                                Since.tree(
                                        Kinds.named(row.getString("kind")).orElseThrow(), row.getString("document"))));
        return before;
    }
}
