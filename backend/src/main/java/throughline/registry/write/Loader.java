package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
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

    private record Line(int number, Kind<?> kind, String id, ObjectNode tree) {}

    /** @param progress is told how many records are written so far */
    public Loaded load(Stream<String> lines, Author author, String via, String label, IntConsumer progress) {
        List<String> refusals = new ArrayList<>();
        List<Line> checked = check(lines, refusals);
        if (!refusals.isEmpty()) {
            return new Loaded(0, refusals);
        }
        try {
            int records = transactions.bulk(
                    Request.of(author, via, label), write -> write(write, checked, refusals, progress));
            return new Loaded(refusals.isEmpty() ? records : 0, refusals);
        } catch (ProblemException refused) {
            refused.problem().errors().forEach(error -> refusals.add(error.pointer() + ' ' + error.detail()));
            return new Loaded(0, refusals);
        }
    }

    private List<Line> check(Stream<String> lines, List<String> refusals) {
        List<Line> checked = new ArrayList<>();
        int[] number = {0};
        lines.forEach(text -> {
            number[0]++;
            if (!text.isBlank()) {
                try {
                    checked.add(line(number[0], JsonBody.parse(text)));
                } catch (ProblemException refused) {
                    String told = told(refused.problem().errors());
                    refusals.add("line " + number[0] + ": "
                            + (told.isEmpty() ? refused.problem().detail() : told.strip()));
                }
            }
        });
        return checked;
    }

    private static String told(List<Finding> findings) {
        StringBuilder told = new StringBuilder();
        findings.forEach(finding -> told.append(' ')
                .append(finding.pointer())
                .append(' ')
                .append(finding.detail())
                .append(';'));
        return told.toString();
    }

    private Line line(int number, ObjectNode body) {
        Kind<?> kind = Kinds.named(body.path("kind").asText())
                .orElseThrow(() -> ProblemException.invalid(
                        "record", List.of(Finding.at("/kind", "required", "Say which kind of record it is"))));
        Checked checked = BodyCheck.whole(new Checking(kind, Intent.LOAD, null, true, vocabularies), body);
        String id = body.path("id").isTextual() ? body.get("id").textValue() : kind.newId();
        List<Finding> findings = new ArrayList<>(checked.findings());
        if (!kind.owns(id)) {
            findings.add(Finding.at("/id", "format", "This is no id of kind " + kind.name()));
        }
        if (!findings.isEmpty()) {
            throw ProblemException.invalid(kind.label(), findings);
        }
        return new Line(number, kind, id, checked.tree());
    }

    private static int write(Write write, List<Line> lines, List<String> refusals, IntConsumer progress)
            throws SQLException {
        List<String> ids = lines.stream().map(Line::id).toList();
        Set<String> used = new HashSet<>(
                new Sql("select id from entry where id = any(?)", ids).list(write.connection, row -> row.getString(1)));
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
            if (write.changes.size() % 500 == 0) {
                progress.accept(write.changes.size());
            }
        }
        Finish.of(write);
        progress.accept(lines.size());
        return lines.size();
    }
}
