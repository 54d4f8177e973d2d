package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import throughline.registry.check.BodyCheck;
import throughline.registry.check.Checked;
import throughline.registry.check.Checking;
import throughline.registry.check.Intent;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.json.JsonBody;
import throughline.registry.json.JsonLines;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.vocabulary.Vocabularies;

/** One line of a file that is loaded: the body of a POST with its kind and, if it brings one, its id. */
final class FileLine {

    private final ObjectNode body;

    private FileLine(ObjectNode body) {
        this.body = body;
    }

    static FileLine parse(byte[] text) {
        if (text.length > JsonLines.LONGEST) {
            throw ProblemException.of(
                    ProblemType.MALFORMED_BODY, "The body is longer than " + (JsonLines.LONGEST >> 20) + " MiB.");
        }
        return new FileLine(JsonBody.parse(text));
    }

    /** As the line has it, whatever it is worth; empty where it brings none. */
    String statedId() {
        return body.path("id").asText();
    }

    /**
     * The record that it makes, checked as far as that can be seen from it alone.
     *
     * @param given the id for a record that brings none, or null for a new one
     */
    Change record(Vocabularies vocabularies, String given) {
        Kind<?> kind = Kinds.named(body.path("kind").asText())
                .orElseThrow(() -> ProblemException.invalid("record", List.of(noKind())));
        Checked checked = BodyCheck.whole(new Checking(kind, Intent.LOAD, null, true, vocabularies), body);
        String id = body.has("id") ? statedId() : given != null ? given : kind.newId();
        List<Finding> findings = new ArrayList<>(checked.findings());
        if (!kind.owns(id)
                && findings.stream().noneMatch(finding -> finding.pointer().equals("/id"))) {
            findings.add(Finding.at("/id", "format", "This is no id of kind " + kind.name()));
        }
        if (!findings.isEmpty()) {
            throw ProblemException.invalid(kind.label(), findings);
        }
        return Change.created(kind, id, checked.tree());
    }

    private static Finding noKind() {
        String kinds = Kinds.all().stream().map(Kind::name).collect(Collectors.joining(", "));
        return Finding.at("/kind", "required", "Say which kind of record it is: " + kinds);
    }
}
