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
import throughline.registry.check.BodyCheck;
import throughline.registry.check.Checked;
import throughline.registry.check.Checking;
import throughline.registry.check.Intent;
import throughline.registry.field.Kind;
import throughline.registry.json.Sent;
import throughline.registry.problem.Finding;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Entry;
import throughline.registry.record.Moment;
import throughline.registry.sql.Sql;
import throughline.registry.vocabulary.Vocabularies;

/**
 * What a request does to one record of a write. What the record itself refuses is thrown, what is wrong with the body gathered: rules
 * between records are looked at when all of a write's records are there.
 */
@ApplicationScoped
class Steps {

    private final Vocabularies vocabularies;

    @Inject
    Steps(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    Change create(Write write, Kind<?> kind, Sent body) {
        Checking checking = new Checking(kind, Intent.CREATE, null, true, vocabularies);
        Checked checked = BodyCheck.whole(checking, body.object());
        Change change = write.create(kind, kind.newId(), checked.tree());
        refuse(write, change, checked.findings());
        return change;
    }

    Change replace(Write write, Kind<?> kind, String id, Match match, Sent body) throws SQLException {
        Change change = live(write, kind, id);
        boolean seesSecrets = match.requireFit(write, change, true);
        ObjectNode sent = body.object();
        return changed(write, change, sent, BodyCheck.whole(checking(change, seesSecrets), sent));
    }

    Change patch(Write write, Kind<?> kind, String id, Match match, Sent body) throws SQLException {
        Change change = live(write, kind, id);
        boolean seesSecrets = match.requireFit(write, change, false);
        ObjectNode sent = body.object();
        return changed(write, change, sent, BodyCheck.patch(checking(change, seesSecrets), sent));
    }

    Change delete(Write write, Kind<?> kind, String id, Match match) throws SQLException {
        Change change = live(write, kind, id);
        match.requireFit(write, change, false);
        change.tree = null;
        change.op = "delete";
        write.add(change);
        return change;
    }

    /**
     * Puts a record back to an earlier version.
     *
     * @param match none where a deleted record is to be revived
     */
    Change restore(Write write, Kind<?> kind, String id, int version, Optional<Match> match) throws SQLException {
        Change change = write.open(kind, id);
        ObjectNode then = Past.tree(write, change, version)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "The record has no version " + version + " that can be restored."));
        if (change.before.live()) {
            match.orElseThrow(() -> withoutMatch(write, change.before, version)).requireFit(write, change, false);
        }
        change.tree = then;
        change.op = "restore";
        write.add(change);
        return change;
    }

    /** Who names no version means to revive a deleted record: he comes too late, or he never read this one. */
    private static ProblemException withoutMatch(Write write, Entry entry, int version) {
        try {
            boolean revived = new Sql(
                            "select 1 from history where id = ? and version > ? and op = 'delete'", entry.id(), version)
                    .first(write.connection, row -> true)
                    .isPresent();
            return revived
                    ? new ProblemException(Problem.of(ProblemType.STATUS_MOVE, "It lives already.")
                            .naming(List.of(entry.named())))
                    : Match.required();
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
    }

    private static Change live(Write write, Kind<?> kind, String id) throws SQLException {
        Change change = write.open(kind, id);
        Write.requireLive(change.before);
        return change;
    }

    private Checking checking(Change change, boolean seesSecrets) {
        return new Checking(change.kind, Intent.REPLACE, change.treeBefore, seesSecrets, vocabularies);
    }

    private Change changed(Write write, Change change, ObjectNode sent, Checked checked) {
        List<Finding> findings = new ArrayList<>(identity(change.before, sent));
        findings.addAll(checked.findings());
        change.tree = checked.tree();
        write.add(change);
        refuse(write, change, findings);
        if (findings.isEmpty()) {
            Moves.check(write, change, vocabularies);
        }
        return change;
    }

    private static void refuse(Write write, Change change, List<Finding> findings) {
        if (!findings.isEmpty()) {
            String label = change.kind.label().toLowerCase(Locale.ROOT);
            write.refusals.add(
                    change.place, ProblemException.invalid(label, findings).problem());
        }
    }

    /** What was read can be sent back, but never on to another record. */
    private static List<Finding> identity(Entry entry, ObjectNode sent) {
        List<Finding> findings = new ArrayList<>();
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
}
