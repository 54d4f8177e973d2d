package throughline.registry.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What came of it: the change set that the undo is. */
    public record Undone(String changeSet, boolean replayed) {}

    public Undone undo(String changeSet, boolean skipChanged, Request request) {
        return transactions.bulk(request.as("undo", request.label()), write -> {
            Optional<Written> earlier = Retries.find(write.connection, request);
            if (earlier.isPresent()) {
                return new Undone(earlier.get().changeSet(), true);
            }
            name(write, changeSet);
            List<Since> changed = Since.of(write.connection, List.of(changeSet), Integer.MAX_VALUE)
                    .getOrDefault(changeSet, List.of());
            Set<String> left = changed.stream().map(Since::id).collect(Collectors.toSet());
            PutBack others = PutBack.of(write, changeSet, left);
            if (!changed.isEmpty() && (!skipChanged || others.isEmpty())) {
                throw refused(changed);
            }
            others.run();
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

    private static ProblemException refused(List<Since> changed) {
        return new ProblemException(
                Problem.of(ProblemType.CHANGED_SINCE, "Someone changed it since; skipChanged=true undoes the rest.")
                        .naming(changed.stream().map(Since::named).toList())
                        .since(changed));
    }
}
