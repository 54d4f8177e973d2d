package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.registry.check.BodyCheck;
import throughline.registry.check.Checked;
import throughline.registry.check.Checking;
import throughline.registry.check.Intent;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.json.JsonBody;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.sql.Sql;
import throughline.registry.vocabulary.Vocabularies;

/**
 * Loads records from lines, each the body of a POST with its {@code kind} and, if it brings one, its {@code id}: all of them as one change
 * set, or none with every refusal told by its line.
 */
@ApplicationScoped
public class Loader {

    private final Transactions transactions;
    private final Vocabularies vocabularies;

    @Inject
    Loader(Transactions transactions, Vocabularies vocabularies) {
        this.transactions = transactions;
        this.vocabularies = vocabularies;
    }

    /** What came of a file. */
    public record Loaded(int records, List<String> refusals) {}

    /** Is told how many lines a step has done so far. */
    @FunctionalInterface
    public interface Progress {
        void at(String step, int done, int lines);
    }

    private record Line(int number, Kind<?> kind, String id, ObjectNode tree) {}

    public Loaded load(List<byte[]> lines, Author author, String via, String label, Progress progress) {
        LineRefusals refusals = new LineRefusals();
        List<Line> checked = check(lines, refusals, progress);
        if (checked.isEmpty() && refusals.isEmpty()) {
            refusals.add("There is no record in it");
        }
        Request request = Request.of(author, via, label);
        try {
            if (refusals.isEmpty()) {
                transactions.bulk(request, write -> write(write, checked, progress));
            } else if (!checked.isEmpty()) {
                // Whoever mends a file wants to hear all that is wrong with it.
                transactions.refuseWithoutClock(request, write -> add(write, checked));
            }
        } catch (ProblemException refused) {
            refusals.ofAll(refused);
        }
        return new Loaded(refusals.isEmpty() ? checked.size() : 0, refusals.told());
    }

    private List<Line> check(List<byte[]> lines, LineRefusals refusals, Progress progress) {
        List<Line> checked = new ArrayList<>();
        int objects = 0;
        for (int number = 1; number <= lines.size(); number++) {
            byte[] text = lines.get(number - 1);
            if (text.length > 0) {
                ObjectNode body = null;
                try {
                    body = JsonBody.parse(text);
                    objects++;
                    checked.add(line(number, body));
                } catch (ProblemException refused) {
                    refusals.of(number, body == null ? "" : body.path("id").asText(), refused);
                }
            }
            progress.at("Checking", number, lines.size());
        }
        if (objects == 0 && !refusals.isEmpty()) {
            return noObjects(refusals);
        }
        return checked;
    }

    private static List<Line> noObjects(LineRefusals refusals) {
        refusals.replace("No line of it is a JSON object: it must be NDJSON, one record a line");
        return List.of();
    }

    private Line line(int number, ObjectNode body) {
        Kind<?> kind = Kinds.named(body.path("kind").asText())
                .orElseThrow(() -> ProblemException.invalid("record", List.of(noKind())));
        Checked checked = BodyCheck.whole(new Checking(kind, Intent.LOAD, null, true, vocabularies), body);
        String id = body.has("id") ? body.get("id").asText() : kind.newId();
        List<Finding> findings = new ArrayList<>(checked.findings());
        if (!kind.owns(id)
                && findings.stream().noneMatch(finding -> finding.pointer().equals("/id"))) {
            findings.add(Finding.at("/id", "format", "This is no id of kind " + kind.name()));
        }
        if (!findings.isEmpty()) {
            throw ProblemException.invalid(kind.label(), findings);
        }
        return new Line(number, kind, id, checked.tree());
    }

    private static Finding noKind() {
        String kinds = Kinds.all().stream().map(Kind::name).collect(Collectors.joining(", "));
        return Finding.at("/kind", "required", "Say which kind of record it is: " + kinds);
    }

    private static Write add(Write write, List<Line> lines) throws SQLException {
        List<String> ids = lines.stream().map(Line::id).toList();
        Set<String> used = new HashSet<>(
                new Sql("select id from entry where id = any(?)", ids).list(write.connection, row -> row.getString(1)));
        write.refusals.tellAll();
        for (Line line : lines) {
            write.place = Place.line(line.number());
            if (used.add(line.id())) {
                write.create(line.kind(), line.id(), line.tree());
            } else {
                Finding twice = Finding.at("/id", "duplicate", "The id was used before: " + line.id());
                write.refusals.add(
                        write.place,
                        ProblemException.invalid("file", List.of(twice)).problem());
            }
        }
        return write;
    }

    private static int write(Write write, List<Line> lines, Progress progress) throws SQLException {
        add(write, lines);
        int all = lines.size();
        progress.at("Writing", 0, all);
        int[] sent = {0};
        // The kind's own rows, the fourth of each record, come last and at once.
        write.sent = rows -> progress.at("Writing", (sent[0] += rows) / 4, all);
        Finish.of(write);
        progress.at("Writing", all, all);
        return all;
    }
}
