package throughline.registry.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import throughline.registry.problem.Finding;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Sql;

/** An active identifier belongs to one record alone. */
final class Identifiers {

    private static final String HOLDERS = """
            select i.scheme || ':' || i.value, e.id, e.kind, e.title from identifier i join entry e on e.id = i.owner
            where i.status = 'active' and i.scheme || ':' || i.value = any(?) and not i.owner = any(?)
            """;

    private Identifiers() {}

    static void check(Write write, Map<String, Facts> written) throws SQLException {
        List<Facts> claims = written.values().stream()
                .filter(facts -> !facts.identifiers().isEmpty())
                .toList();
        Map<String, Problem.Named> holders = heldByOthers(write, claims, written.keySet());
        for (Facts claim : claims) {
            refuse(write, claim, holders);
            Problem.Named itself = claim.named();
            claim.identifiers().forEach(identifier -> holders.putIfAbsent(identifier.of(), itself));
        }
    }

    private static Map<String, Problem.Named> heldByOthers(Write write, List<Facts> claims, Collection<String> written)
            throws SQLException {
        Map<String, Problem.Named> holders = new HashMap<>();
        List<String> claimed = claims.stream()
                .flatMap(facts -> facts.identifiers().stream())
                .map(Facts.Mention::of)
                .toList();
        if (!claimed.isEmpty()) {
            new Sql(HOLDERS, claimed, written)
                    .each(
                            write.connection,
                            row -> holders.put(
                                    row.getString(1),
                                    new Problem.Named(row.getString(2), row.getString(3), row.getString(4))));
        }
        return holders;
    }

    private static void refuse(Write write, Facts claim, Map<String, Problem.Named> holders) {
        List<Finding> findings = new ArrayList<>();
        List<Problem.Named> others = new ArrayList<>();
        for (Facts.Mention identifier : claim.identifiers()) {
            Problem.Named holder = holders.get(identifier.of());
            if (holder != null) {
                findings.add(Finding.at(identifier.pointer(), "duplicate-identifier", holder.title() + " has it"));
                others.add(holder);
            }
        }
        if (!findings.isEmpty()) {
            write.refusals.add(
                    claim.place(),
                    Problem.of(ProblemType.DUPLICATE_IDENTIFIER, "Two records with one identifier are the same thing.")
                            .with(findings)
                            .naming(others));
        }
    }
}
