package throughline.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import throughline.registry.problem.Finding;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Sql;

/** An active identifier belongs to one record alone. */
final class Identifiers {

    private Identifiers() {}

    static void check(Write write) throws SQLException {
        Map<String, String> claimed = new LinkedHashMap<>();
        Map<String, Problem.Named> holders = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, String> pointers = new LinkedHashMap<>();
        for (Change change : write.changes.values()) {
            JsonNode identifiers = change.deleted() ? null : change.tree.path("identifiers");
            for (int i = 0; identifiers != null && i < identifiers.size(); i++) {
                JsonNode identifier = identifiers.get(i);
                String key = identifier.path("scheme").asText()
                        + ':'
                        + identifier.path("value").asText();
                if (!identifier.path("status").asText().equals("active")) {
                    continue;
                }
                String pointer = "/identifiers/" + i + "/value";
                String other = claimed.putIfAbsent(key, change.id);
                if (other != null) {
                    Change holder = write.changes.get(other);
                    holders.put(other, new Problem.Named(other, holder.kind.name(), holder.title()));
                    findings.add(Finding.at(pointer, "duplicate-identifier", holder.title() + " has it"));
                }
                pointers.put(key, pointer);
            }
        }
        held(write, pointers, holders, findings);
        if (!findings.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemType.DUPLICATE_IDENTIFIER, "Two records with one identifier are the same thing.")
                            .with(findings)
                            .naming(List.copyOf(holders.values())));
        }
    }

    private static void held(
            Write write, Map<String, String> pointers, Map<String, Problem.Named> holders, List<Finding> findings)
            throws SQLException {
        if (pointers.isEmpty()) {
            return;
        }
        new Sql(
                        "select i.scheme || ':' || i.value, e.id, e.kind, e.title from identifier i join entry e on e.id = i.owner"
                                + " where i.status = 'active' and i.scheme || ':' || i.value = any(?) and not i.owner = any(?)",
                        pointers.keySet(),
                        write.changes.keySet())
                .each(write.connection, row -> {
                    holders.put(
                            row.getString(2), new Problem.Named(row.getString(2), row.getString(3), row.getString(4)));
                    findings.add(Finding.at(
                            pointers.get(row.getString(1)), "duplicate-identifier", row.getString(4) + " has it"));
                });
    }
}
