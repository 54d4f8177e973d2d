package throughline.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.registry.check.Pointers;
import throughline.registry.json.Json;
import throughline.registry.json.Sent;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.sql.Sql;
import throughline.registry.value.WellFormedText;

/** Writes many records in one change set: all of them, or none, with every refusal told at its operation. */
@ApplicationScoped
public class Batches {

    private static final int MOST = 1_000;
    private static final int LONGEST_LABEL = 300;

    private static final String REPLAY =
            "select op, kind, id, version, seq, document from history where change_set = ? order by seq";

    private final Transactions transactions;
    private final Steps steps;

    @Inject
    Batches(Transactions transactions, Steps steps) {
        this.transactions = transactions;
        this.steps = steps;
    }

    /** What an operation left; no tag where it deleted. */
    public record Item(String op, String kind, String id, int version, long seq, String etag) {}

    /** @param changeSet null where nothing changed */
    public record Applied(String changeSet, List<Item> items, boolean replayed) {}

    public Applied apply(Sent sent, Request asked) {
        ObjectNode batch = sent.object();
        Request request = asked.as("batch", batch.path("label").textValue());
        transactions.refuseWithoutClock(request, write -> run(write, batch));
        return transactions.bulk(request, write -> {
            Optional<Written> earlier = Retries.find(write.connection, request);
            if (earlier.isPresent()) {
                return replayed(write, earlier.get().changeSet());
            }
            Map<Operation, Change> done = run(write, batch);
            Finish.of(write);
            Retries.keep(write, null);
            List<Item> items = new ArrayList<>();
            for (Map.Entry<Operation, Change> one : done.entrySet()) {
                items.add(item(write, one.getKey(), one.getValue()));
            }
            return new Applied(write.changes.isEmpty() ? null : write.changeSet, items, false);
        });
    }

    private Map<Operation, Change> run(Write write, ObjectNode batch) throws SQLException {
        List<Finding> findings = form(batch);
        if (!findings.isEmpty()) {
            write.refusals.add(
                    Place.WHOLE, ProblemException.invalid("batch", findings).problem());
        }
        List<Operation> operations = new ArrayList<>();
        JsonNode sent = batch.path("operations");
        for (int i = 0; i < Math.min(MOST, sent.isArray() ? sent.size() : 0); i++) {
            operations.add(Operation.read(i, sent.get(i), write.refusals));
        }
        write.prefetch(operations.stream()
                .filter(Operation::isComplete)
                .filter(operation -> !operation.creates())
                .map(operation -> operation.id)
                .toList());
        Map<Operation, Change> done = new LinkedHashMap<>();
        Set<String> met = new HashSet<>();
        for (Operation operation : operations) {
            if (operation.isComplete()) {
                write.place = operation.place;
                run(write, operation, met).ifPresent(change -> done.put(operation, change));
            }
        }
        return done;
    }

    private Optional<Change> run(Write write, Operation operation, Set<String> met) throws SQLException {
        if (!operation.creates() && !met.add(operation.id)) {
            Finding twice = Finding.at("/id", "duplicate", "A record stands in a batch once");
            write.refusals.add(
                    operation.place.itself(),
                    ProblemException.invalid("batch", List.of(twice)).problem());
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (operation.op) {
                        case "create" -> steps.create(write, operation.kind, new Sent(operation.body));
                        case "patch" ->
                            steps.patch(write, operation.kind, operation.id, operation.match, new Sent(operation.body));
                        default -> steps.delete(write, operation.kind, operation.id, operation.match);
                    });
        } catch (ProblemException refused) {
            write.refusals.add(operation.place, refused.problem());
            return Optional.empty();
        }
    }

    private static List<Finding> form(ObjectNode batch) {
        List<Finding> findings = new ArrayList<>();
        batch.fieldNames().forEachRemaining(name -> {
            if (!Set.of("label", "operations").contains(name)) {
                findings.add(Finding.at(Pointers.below("", name), "unknown", "A batch has no such member"));
            }
        });
        label(batch.path("label"), findings);
        JsonNode operations = batch.path("operations");
        if (operations.isMissingNode() || operations.isNull() || operations.isArray() && operations.isEmpty()) {
            findings.add(Finding.at("/operations", "required", "Send at least one operation"));
        } else if (!operations.isArray()) {
            findings.add(Finding.at("/operations", "type", "Send a list"));
        } else if (operations.size() > MOST) {
            findings.add(Finding.limited("/operations", "too-many", MOST, "At most " + MOST + " operations"));
        }
        return findings;
    }

    private static void label(JsonNode label, List<Finding> findings) {
        if (label.isMissingNode() || label.isNull()) {
            return;
        }
        if (!label.isTextual()) {
            findings.add(Finding.at("/label", "type", "Send text"));
        } else if (WellFormedText.problem(label.textValue()).isPresent()) {
            findings.add(Finding.at("/label", "malformed-text", "Send one line of text"));
        } else if (WellFormedText.length(label.textValue()) > LONGEST_LABEL) {
            findings.add(Finding.limited("/label", "too-long", LONGEST_LABEL, "At most 300 characters"));
        } else if (label.textValue().isBlank()) {
            findings.add(Finding.at("/label", "too-short", "Say something, or leave it out"));
        }
    }

    private static Item item(Write write, Operation operation, Change change) throws SQLException {
        boolean changed = write.changes.containsKey(change.id);
        String tag = changed ? change.privateTag : write.tag(change);
        return new Item(
                operation.op,
                change.kind.name(),
                change.id,
                changed ? change.version : change.before.version(),
                changed ? change.seq : change.before.seq(),
                tag);
    }

    private static Applied replayed(Write write, String changeSet) throws SQLException {
        List<Item> items = new Sql(REPLAY, changeSet).list(write.connection, row -> {
            String document = row.getString("document");
            return new Item(
                    row.getString("op").equals("update") ? "patch" : row.getString("op"),
                    row.getString("kind"),
                    row.getString("id"),
                    row.getInt("version"),
                    row.getLong("seq"),
                    document == null ? null : Json.read(document).path("etag").textValue());
        });
        return new Applied(changeSet, items, true);
    }
}
