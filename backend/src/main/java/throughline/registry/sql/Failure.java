package throughline.registry.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import throughline.registry.problem.ProblemType;

/** What it means for whoever asked that the database refused a statement, or did not answer it. */
public final class Failure {

    /** Deadlock, serialization failure, lock timeout: what PostgreSQL asks to try again. */
    private static final Set<String> AGAIN = Set.of("40P01", "40001", "55P03");

    /** Cancelled, out of memory, beyond a limit that its operator set. */
    private static final Set<String> BUSY = Set.of("57014", "53200", "53400");

    /** Too many connections, a failing disk, a server that only reads as long as another one is the primary. */
    private static final Set<String> AWAY = Set.of("53300", "58000", "58030", "25006");

    private static final String NO_SPACE = "53100";

    /** What ends a transaction and not the connection: data, constraints, conflicts, rights, states, what a procedure raised. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "40", "42", "44", "55", "P0");

    private static final int CLASS = 2;

    private Failure() {}

    /** How it is told; empty for what is a mistake of ours. */
    public static Optional<ProblemType> meaning(Throwable failure) {
        return find(failure).map(sql -> {
            String state = state(sql);
            if (state.equals(NO_SPACE)) {
                return ProblemType.STORAGE_FULL;
            }
            if (AGAIN.contains(state) || BUSY.contains(state)) {
                return ProblemType.OVERLOADED;
            }
            return AWAY.contains(state) || broke(sql) ? ProblemType.UNAVAILABLE : null;
        });
    }

    /** Whether the same may succeed at once, since it only met another writer. */
    public static boolean metAnother(Throwable failure) {
        return find(failure).filter(sql -> AGAIN.contains(state(sql))).isPresent();
    }

    /** Whether the connection is lost; the next one may be whole. */
    public static boolean lostConnection(Throwable failure) {
        return find(failure).filter(Failure::broke).isPresent();
    }

    /** Whether the database itself said no, and lives on: what the transaction did is then surely undone, be it in its commit. */
    public static boolean answered(Throwable failure) {
        return find(failure)
                .filter(sql -> REFUSALS.contains(state(sql).substring(0, CLASS)))
                .isPresent();
    }

    private static boolean broke(SQLException sql) {
        String state = state(sql);
        return state.startsWith("08")
                || state.startsWith("57P")
                || severity(sql).equals("FATAL")
                || severity(sql).equals("PANIC");
    }

    private static String state(SQLException sql) {
        return String.valueOf(sql.getSQLState());
    }

    private static String severity(SQLException sql) {
        return sql instanceof PSQLException told && told.getServerErrorMessage() != null
                ? String.valueOf(told.getServerErrorMessage().getSeverity())
                : "";
    }

    /** The transaction manager hides what the database said among the suppressed. */
    private static Optional<SQLException> find(Throwable failure) {
        if (failure == null) {
            return Optional.empty();
        }
        if (failure instanceof SQLException sql && sql.getSQLState() != null) {
            return Optional.of(sql);
        }
        Optional<SQLException> found = find(failure.getCause());
        for (Throwable suppressed : failure.getSuppressed()) {
            found = found.or(() -> find(suppressed));
        }
        return found;
    }
}
