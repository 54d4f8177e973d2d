package throughline.registry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;
import throughline.registry.json.MergePatch;
import throughline.registry.problem.Finding;

/**
 * Checks a body against its kind's declaration, before anything is bound to it: unknown members, wrong types, missing values and broken
 * rules come together, each with its pointer. Whether references exist is seen later, under the clock.
 */
public final class BodyCheck {

    /** Members that only the server sets; a body that was read may carry them back. */
    private static final Set<String> IDENTITY = Set.of("id", "kind", "version", "createdAt");

    private final Checking checking;
    private final Findings findings = new Findings();
    private final GroupCheck groups;
    private final ValueCheck values;
    private ObjectNode patch;

    private BodyCheck(Checking checking) {
        this.checking = checking;
        this.values = new ValueCheck(checking.vocabularies(), findings);
        this.groups = new GroupCheck(checking, values, findings);
    }

    /** Checks a whole record, as a POST or PUT sends it. */
    public static Checked whole(Checking checking, ObjectNode body) {
        return new BodyCheck(checking).record(body);
    }

    /** Checks a record as a merge patch makes it: what the patch does not name stays as it is, seen or not. */
    public static Checked patch(Checking checking, ObjectNode patch) {
        BodyCheck check = new BodyCheck(checking);
        check.patch = patch;
        return check.record(MergePatch.apply(checking.before(), patch));
    }

    private Checked record(ObjectNode body) {
        Kind<?> kind = checking.kind();
        unknown(patch == null ? body : patch);
        ObjectNode tree = Json.object();
        for (Field<?> field : kind.fields()) {
            if (field.writable()) {
                tree.set(field.name(), member(field, body.get(field.name())));
            }
        }
        PublishCheck.check(kind, tree, findings);
        kind.rules().forEach(rule -> rule.check(tree, findings::add));
        return new Checked(tree, findings.all());
    }

    private void unknown(ObjectNode body) {
        body.properties().forEach(member -> {
            String name = member.getKey();
            if (IDENTITY.contains(name)) {
                identity(name, member.getValue());
            } else if (checking.kind().field(name).isEmpty()) {
                findings.add(Pointers.below("", name), "unknown", "There is no such field on a " + label());
            }
        });
    }

    private void identity(String name, JsonNode value) {
        if (name.equals("kind") && !value.asText().equals(checking.kind().name())) {
            findings.add(
                    "/kind",
                    "wrong-kind",
                    "This is the address of kind " + checking.kind().name());
        } else if (checking.makes(name)) {
            findings.add("/" + name, "read-only", "The server gives it: leave it out");
        }
    }

    private String label() {
        return checking.kind().label().toLowerCase(java.util.Locale.ROOT);
    }

    private JsonNode member(Field<?> field, JsonNode value) {
        if (patch != null && !patch.has(field.name())) {
            return checking.before().get(field.name());
        }
        String pointer = "/" + field.name();
        boolean absent = value == null;
        boolean keeps = field.staysWhenAbsent() || field.isSecret() && !checking.seesSecrets();
        if (absent && keeps && checking.before() != null) {
            return checking.before().get(field.name());
        }
        if (absent || value.isNull() && field.many()) {
            JsonNode initial = initial(field);
            return value(field, pointer, initial);
        }
        if (value.isNull() && field.staysWhenAbsent()) {
            findings.add(pointer, "required", "It always has a value");
            return value;
        }
        return value(field, pointer, value);
    }

    private static JsonNode initial(Field<?> field) {
        if (field.name().equals("review")) {
            return Json.object().put("state", "none").putNull("note");
        }
        return field.initialValue() == null
                ? Checking.nothing(field.many())
                : Json.MAPPER.valueToTree(field.initialValue());
    }

    private JsonNode value(Field<?> field, String pointer, JsonNode value) {
        JsonNode stood = checking.stood(field.name()).orElse(Checking.nothing(field.many()));
        JsonNode checked = field.group() != null
                ? groups.check(field, pointer, value, stood)
                : values.check(field, pointer, value, stood);
        if (field.isRequired() && checked.isNull() && !findings.at(pointer)) {
            findings.add(Finding.at(pointer, "required", "Say it: " + field.description()));
        }
        return checked;
    }
}
