package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import throughline.registry.field.Kind;
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

    private final Transactions transactions;

    @Inject
    Undo(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Touched(String id, Kind<?> kind, int first, int last) {}

    /** @return the id of the change set that the undo is */
    public String undo(String changeSet, boolean skipChanged, Request request) {
        return transactions.write(request.as("undo", request.label()), write -> {
            String label = new Sql("select label from change_set where id = ?", changeSet)
                    .first(write.connection, row -> row.getString(1))
                    .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such change set."));
            write.undoes = changeSet;
            write.label = "Undid: " + label;
            List<Change> changed = new ArrayList<>();
            for (Touched touched : touched(write, changeSet)) {
                putBack(write, touched, changed);
            }
            if (!changed.isEmpty() && !skipChanged) {
                throw new ProblemException(Problem.of(
                                ProblemType.CHANGED_SINCE,
                                "Someone changed it since; skipChanged=true undoes the rest.")
                        .naming(changed.stream()
                                .map(change -> change.before.named())
                                .toList()));
            }
            Finish.of(write);
            return write.changeSet;
        });
    }

    private static List<Touched> touched(Write write, String changeSet) throws SQLException {
        return new Sql(
                        "select id, kind, min(version), max(version) from history where change_set = ? group by id, kind",
                        changeSet)
                .list(
                        write.connection,
                        row -> new Touched(
                                row.getString(1),
                                Kinds.named(row.getString(2)).orElseThrow(),
                                row.getInt(3),
                                row.getInt(4)));
    }

    private static void putBack(Write write, Touched touched, List<Change> changed) throws SQLException {
        Change change = write.open(touched.kind(), touched.id());
        ObjectNode left = Past.tree(write, change, touched.last()).orElse(null);
        if (!Objects.equals(left, change.treeBefore)) {
            changed.add(change);
            return;
        }
        write.add(change);
        change.tree = touched.first() == 1
                ? null
                : Past.tree(write, change, touched.first() - 1).orElse(null);
        change.op = change.tree == null ? "delete" : "restore";
    }
}
