package throughline.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import throughline.registry.problem.Finding;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Sql;

/** An active identifier belongs to one record alone. */
final class Identifiers {

    private Identifiers() {}

    static void check(Write write) throws SQLException {
        Map<String, Problem.Named> holders = new HashMap<>();
        Map<Change, Map<String, String>> claims = new LinkedHashMap<>();
        for (Change change : write.changes.values()) {
            Map<String, String> claimed = active(change);
            if (!claimed.isEmpty()) {
                claims.put(change, claimed);
            }
        }
        heldByOthers(write, claims, holders);
        for (Map.Entry<Change, Map<String, String>> claim : claims.entrySet()) {
            Change change = claim.getKey();
            refuse(write, change, claim.getValue(), holders);
            Problem.Named itself = new Problem.Named(change.id, change.kind.name(), change.title());
            claim.getValue().keySet().forEach(key -> holders.putIfAbsent(key, itself));
        }
    }

    /** Where the record's active identifiers stand in it, by scheme and value. */
    private static Map<String, String> active(Change change) {
        Map<String, String> active = new LinkedHashMap<>();
        JsonNode identifiers = change.deleted() ? null : change.tree.path("identifiers");
        for (int i = 0; identifiers != null && i < identifiers.size(); i++) {
            JsonNode identifier = identifiers.get(i);
            if (identifier.path("status").asText().equals("active")) {
                String key = identifier.path("scheme").asText()
                        + ':'
                        + identifier.path("value").asText();
                active.put(key, "/identifiers/" + i + "/value");
            }
        }
        return active;
    }

    private static void heldByOthers(
            Write write, Map<Change, Map<String, String>> claims, Map<String, Problem.Named> holders)
            throws SQLException {
        List<String> keys =
                claims.values().stream().flatMap(map -> map.keySet().stream()).toList();
        if (!keys.isEmpty()) {
            new Sql(
                            "select i.scheme || ':' || i.value, e.id, e.kind, e.title from identifier i join entry e on e.id = i.owner"
                                    + " where i.status = 'active' and i.scheme || ':' || i.value = any(?) and not i.owner = any(?)",
                            keys,
                            write.changes.keySet())
                    .each(
                            write.connection,
                            row -> holders.put(
                                    row.getString(1),
                                    new Problem.Named(row.getString(2), row.getString(3), row.getString(4))));
        }
    }

    private static void refuse(
            Write write, Change change, Map<String, String> claimed, Map<String, Problem.Named> holders) {
        List<Finding> findings = new ArrayList<>();
        List<Problem.Named> others = new ArrayList<>();
        claimed.forEach((key, pointer) -> {
            Problem.Named holder = holders.get(key);
            if (holder != null) {
                findings.add(Finding.at(pointer, "duplicate-identifier", holder.title() + " has it"));
                others.add(holder);
            }
        });
        if (!findings.isEmpty()) {
            write.refusals.add(
                    change.place,
                    Problem.of(ProblemType.DUPLICATE_IDENTIFIER, "Two records with one identifier are the same thing.")
                            .with(findings)
                            .naming(others));
        }
    }
}
