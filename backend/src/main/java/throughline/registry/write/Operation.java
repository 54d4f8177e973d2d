package throughline.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import throughline.registry.check.Pointers;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;

/** One operation of a batch as it was sent. */
final class Operation {

    private static final Set<String> MEMBERS = Set.of("op", "kind", "id", "ifMatch", "body");
    private static final Set<String> OPS = Set.of("create", "patch", "delete");

    final Place place;
    String op;
    Kind<?> kind;
    String id;
    Match match;
    ObjectNode body;

    private final List<Finding> findings = new ArrayList<>();

    private Operation(int number) {
        this.place = Place.operation(number);
    }

    /** Reads its form; what is wrong with it is told beside all else that the batch is refused for. */
    static Operation read(int number, JsonNode sent, Refusals refusals) {
        Operation operation = new Operation(number);
        if (sent instanceof ObjectNode object) {
            operation.read(object);
        } else {
            operation.wrong("", "type", "Send an object");
        }
        if (!operation.isWellFormed()) {
            refusals.add(
                    operation.place.itself(),
                    ProblemException.invalid("batch", operation.findings).problem());
        } else if (operation.match == null && !operation.creates()) {
            refusals.add(operation.place, Match.required().problem());
        }
        return operation;
    }

    boolean isWellFormed() {
        return findings.isEmpty();
    }

    /** Whether it can be done, or was refused for its form already. */
    boolean isComplete() {
        return isWellFormed() && (creates() || match != null);
    }

    boolean creates() {
        return "create".equals(op);
    }

    private void read(ObjectNode sent) {
        sent.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                wrong(Pointers.below("", name), "unknown", "An operation has no such member");
            }
        });
        op = text(sent, "op");
        if (op != null && !OPS.contains(op)) {
            wrong("/op", "unknown-code", "Send create, patch or delete");
        }
        String named = text(sent, "kind");
        kind = named == null ? null : Kinds.named(named).orElse(null);
        if (named != null && kind == null) {
            wrong("/kind", "unknown-code", "There is no such kind");
        }
        if (creates()) {
            none(sent, "id", "read-only");
            none(sent, "ifMatch", "unknown");
        } else {
            id = text(sent, "id");
            match(sent);
        }
        body(sent);
    }

    private void match(ObjectNode sent) {
        if (!sent.hasNonNull("ifMatch")) {
            return;
        }
        String tag = text(sent, "ifMatch");
        try {
            match = tag == null ? null : Match.of(List.of(tag));
        } catch (ProblemException malformed) {
            wrong("/ifMatch", "format", "Send the record's etag as it was given, in its quotes");
        }
    }

    private void body(ObjectNode sent) {
        if ("delete".equals(op)) {
            none(sent, "body", "unknown");
        } else if (!sent.hasNonNull("body")) {
            wrong("/body", "required", "Send what the record says");
        } else if (sent.get("body") instanceof ObjectNode object) {
            body = object;
        } else {
            wrong("/body", "type", "Send an object");
        }
    }

    private String text(ObjectNode sent, String member) {
        JsonNode value = sent.path(member);
        if (value.isMissingNode() || value.isNull()) {
            wrong("/" + member, "required", "Say it");
        } else if (!value.isTextual()) {
            wrong("/" + member, "type", "Send text");
        }
        return value.textValue();
    }

    private void none(ObjectNode sent, String member, String code) {
        if (sent.hasNonNull(member)) {
            wrong("/" + member, code, "Leave it out: " + op + " takes none");
        }
    }

    private void wrong(String pointer, String code, String detail) {
        findings.add(Finding.at(pointer, code, detail));
    }
}
