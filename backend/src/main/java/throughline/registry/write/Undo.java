package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.registry.field.Kinds;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Sql;

/**
 * Puts every record of a change set back to what it was before, as new versions in one transaction. Where someone changed one of them since,
 * nothing is done and the answer names it, unless those are to be skipped.
 */
@ApplicationScoped
public class Undo {

    private static final String BEFORE = """
            select h.id, h.kind, p.document from history h
                left join history p on p.id = h.id and p.version = h.version - 1
            where h.change_set = ? order by h.seq
            """;

    private final Transactions transactions;

    @Inject
    Undo(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What came of it: the change set that the undo is. */
    public record Undone(String changeSet, boolean replayed) {}

    public Undone undo(String changeSet, boolean skipChanged, Request request) {
        return transactions.bulk(request.as("undo", request.label()), write -> {
            Optional<Written> earlier = Retries.find(write.connection, request);
            if (earlier.isPresent()) {
                return new Undone(earlier.get().changeSet(), true);
            }
            name(write, changeSet);
            Map<String, ObjectNode> before = before(write, changeSet);
            List<Since> changed = Since.of(write.connection, List.of(changeSet), Integer.MAX_VALUE)
                    .getOrDefault(changeSet, List.of());
            changed.forEach(since -> before.remove(since.id()));
            if (!changed.isEmpty() && (!skipChanged || before.isEmpty())) {
                throw refused(changed);
            }
            for (Change change : write.open(before.keySet())) {
                change.tree = before.get(change.id);
                change.op = change.deleted() ? "delete" : "restore";
                write.add(change);
            }
            Finish.of(write);
            Retries.keep(write, null);
            return new Undone(write.changeSet, false);
        });
    }

    private static void name(Write write, String changeSet) throws SQLException {
        write.undoes = changeSet;
        write.label = new Sql(
                        "select r.label, u.depth from change_set u join change_set r on r.id = u.root where u.id = ?",
                        changeSet)
                .first(
                        write.connection,
                        row -> (row.getInt("depth") % 2 == 0 ? "Undid: " : "Redid: ") + row.getString("label"))
                .orElseThrow(ChangeSets::unknown);
    }

    /** What each record was before the set; null where it was not, or was deleted. */
    private static Map<String, ObjectNode> before(Write write, String changeSet) throws SQLException {
        Map<String, ObjectNode> before = new LinkedHashMap<>();
        new Sql(BEFORE, changeSet)
                .each(
                        write.connection,
                        row -> before.put(
                                row.getString("id"),
                                Since.tree(
                                        Kinds.named(row.getString("kind")).orElseThrow(), row.getString("document"))));
        return before;
    }

    private static ProblemException refused(List<Since> changed) {
        return new ProblemException(
                Problem.of(ProblemType.CHANGED_SINCE, "Someone changed it since; skipChanged=true undoes the rest.")
                        .naming(changed.stream().map(Since::named).toList())
                        .since(changed));
    }
}
