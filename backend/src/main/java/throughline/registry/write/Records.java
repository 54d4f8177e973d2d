package throughline.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import throughline.registry.check.BodyCheck;
import throughline.registry.check.Checked;
import throughline.registry.check.Checking;
import throughline.registry.check.Intent;
import throughline.registry.field.Kind;
import throughline.registry.json.MergePatch;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Entry;
import throughline.registry.record.Moment;
import throughline.registry.vocabulary.Vocabularies;

/** Creates, replaces, patches and deletes records of any kind; all else that writes records does it through the same end. */
@ApplicationScoped
public class Records {

    private final Transactions transactions;
    private final Vocabularies vocabularies;

    @Inject
    Records(Transactions transactions, Vocabularies vocabularies) {
        this.transactions = transactions;
        this.vocabularies = vocabularies;
    }

    public Written create(Kind<?> kind, ObjectNode body, Request request) {
        Checked checked = check(kind, body);
        if (!checked.valid()) {
            throw invalid(kind, checked.findings());
        }
        return transactions.write(
                request,
                write -> retriedOr(write, () -> {
                    Change change = write.create(kind, kind.newId(), checked.tree());
                    Finish.of(write);
                    return written(write, change, true);
                }));
    }

    /** What a POST of the body would find wrong, references apart. */
    public Checked check(Kind<?> kind, ObjectNode body) {
        return BodyCheck.whole(new Checking(kind, Intent.CREATE, null, true, vocabularies), body);
    }

    public Written replace(Kind<?> kind, String id, Match match, ObjectNode body, Request request) {
        return change(
                kind, id, request, change -> checked(change, match.showsPrivateParts(change.before, true), body, body));
    }

    public Written patch(Kind<?> kind, String id, Match match, ObjectNode patch, Request request) {
        return change(kind, id, request, change -> {
            match.showsPrivateParts(change.before, false);
            return checked(change, true, MergePatch.apply(change.treeBefore, patch), patch);
        });
    }

    private ObjectNode checked(Change change, boolean seesSecrets, ObjectNode body, ObjectNode sent) {
        Checking checking = new Checking(change.kind, Intent.REPLACE, change.treeBefore, seesSecrets, vocabularies);
        Checked checked = BodyCheck.whole(checking, body);
        List<Finding> findings = new ArrayList<>(identity(change, sent));
        findings.addAll(checked.findings());
        if (!findings.isEmpty()) {
            throw invalid(change.kind, findings);
        }
        return checked.tree();
    }

    /** What was read can be sent back, but never on to another record. */
    private static List<Finding> identity(Change change, ObjectNode sent) {
        List<Finding> findings = new ArrayList<>();
        Entry entry = change.before;
        other(findings, sent, "id", entry.id());
        other(findings, sent, "createdAt", Moment.text(entry.createdAt()));
        JsonNode version = sent.get("version");
        if (version != null && !(version.isInt() && version.intValue() == entry.version())) {
            findings.add(Finding.at("/version", "read-only", "The record's version is " + entry.version()));
        }
        return findings;
    }

    private static void other(List<Finding> findings, ObjectNode sent, String member, String value) {
        JsonNode given = sent.get(member);
        if (given != null && !value.equals(given.textValue())) {
            findings.add(Finding.at("/" + member, "read-only", "It is " + value + ", and stays so"));
        }
    }

    private Written change(Kind<?> kind, String id, Request request, Function<Change, ObjectNode> to) {
        return transactions.write(
                request,
                write -> retriedOr(write, () -> {
                    Change change = write.open(kind, id);
                    Write.requireLive(change.before);
                    change.tree = to.apply(change);
                    Moves.check(change, vocabularies);
                    Finish.of(write);
                    return written(write, change, false);
                }));
    }

    public Written delete(Kind<?> kind, String id, Match match, Request request) {
        return transactions.write(
                request,
                write -> retriedOr(write, () -> {
                    Change change = write.open(kind, id);
                    Write.requireLive(change.before);
                    match.showsPrivateParts(change.before, false);
                    change.tree = null;
                    change.op = "delete";
                    Finish.of(write);
                    return written(write, change, false);
                }));
    }

    /** Puts a record back to an earlier version; a deleted one is revived, and needs no {@code If-Match}. */
    public Written restore(Kind<?> kind, String id, int version, Supplier<Match> match, Request request) {
        return transactions.write(
                request,
                write -> retriedOr(write, () -> {
                    Change change = write.open(kind, id);
                    if (change.before.live()) {
                        match.get().showsPrivateParts(change.before, false);
                    }
                    change.tree = Past.tree(write, change, version)
                            .orElseThrow(() -> ProblemException.of(
                                    ProblemType.NOT_FOUND,
                                    "The record has no version " + version + " that can be restored."));
                    change.op = "restore";
                    Finish.of(write);
                    return written(write, change, false);
                }));
    }

    /** A write that may have been done already. */
    @FunctionalInterface
    interface Once {
        Written write() throws SQLException;
    }

    private static Written retriedOr(Write write, Once once) throws SQLException {
        Optional<Written> earlier = Retries.find(write.connection, write.request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Written written = once.write();
        Retries.keep(write, written);
        return written;
    }

    private static Written written(Write write, Change change, boolean created) {
        boolean changed = write.changes.containsKey(change.id);
        return changed
                ? new Written(
                        change.id,
                        change.version,
                        change.seq,
                        change.privateTag,
                        change.privateDocument,
                        write.changeSet,
                        created,
                        false)
                : new Written(change.id, change.before.version(), change.before.seq(), null, null, null, false, false);
    }

    static ProblemException invalid(Kind<?> kind, List<Finding> findings) {
        return ProblemException.invalid(kind.label().toLowerCase(Locale.ROOT), findings);
    }
}
