package throughline.registry.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import throughline.registry.field.Kind;
import throughline.registry.json.Sent;
import throughline.registry.problem.Finding;

/** Creates, replaces, patches, deletes and restores one record of any kind. */
@ApplicationScoped
public class Records {

    private final Transactions transactions;
    private final Steps steps;

    @Inject
    Records(Transactions transactions, Steps steps) {
        this.transactions = transactions;
        this.steps = steps;
    }

    public Written create(Kind<?> kind, Sent body, Request request) {
        return once(request, write -> steps.create(write, kind, body));
    }

    /** What a POST of the body would be refused for. */
    public List<Finding> check(Kind<?> kind, Sent body, Request request) {
        return transactions.look(request, write -> {
            steps.create(write, kind, body);
            Finish.check(write);
            return write.refusals.findings();
        });
    }

    public Written replace(Kind<?> kind, String id, Match match, Sent body, Request request) {
        return once(request, write -> steps.replace(write, kind, id, match, body));
    }

    public Written patch(Kind<?> kind, String id, Match match, Sent patch, Request request) {
        return once(request, write -> steps.patch(write, kind, id, match, patch));
    }

    public Written delete(Kind<?> kind, String id, Match match, Request request) {
        return once(request, write -> steps.delete(write, kind, id, match));
    }

    /** Puts a record back to an earlier version; a deleted one is revived, and needs no {@code If-Match}. */
    public Written restore(Kind<?> kind, String id, int version, Optional<Match> match, Request request) {
        return once(request, write -> steps.restore(write, kind, id, version, match));
    }

    /** What a request does to its one record. */
    @FunctionalInterface
    private interface Step {
        Change of(Write write) throws SQLException;
    }

    private Written once(Request request, Step step) {
        transactions.refuseWithoutClock(request, step::of);
        return transactions.write(request, write -> {
            Optional<Written> earlier = Retries.find(write.connection, request);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            Change change = step.of(write);
            Finish.of(write);
            Written written = written(write, change);
            Retries.keep(write, written);
            return written;
        });
    }

    private static Written written(Write write, Change change) {
        return write.changes.containsKey(change.id)
                ? new Written(
                        change.id,
                        change.version,
                        change.seq,
                        change.privateTag,
                        change.privateDocument,
                        write.changeSet,
                        change.isNew(),
                        false)
                : new Written(change.id, change.before.version(), change.before.seq(), null, null, null, false, false);
    }
}
