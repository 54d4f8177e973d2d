package throughline.registry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.registry.field.Field;
import throughline.registry.field.Group;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.field.Source;
import throughline.registry.field.Type;
import throughline.registry.json.Json;

/** Checks references by their form: an id, {@code {id}} or the whole as it was read. Whether they exist is seen under the clock. */
final class ReferenceCheck {

    private static final JsonNode NULL = Json.NODES.nullNode();
    private static final Set<String> READ_BACK = Set.of("id", "kind", "title", "origin");

    /** What a claim link says beside its target. */
    private static final Group<Void> CLAIM = Group.of(Void.class)
            .with("on", Type.PARTIAL_DATE, f -> f.says("Since when", "2013-11-06"))
            .with("note", Type.TEXT, f -> f.says("What to know about it", null))
            .one("source", Source.GROUP, f -> f.says("Who says so", null));

    private final ValueCheck values;
    private final Findings findings;

    ReferenceCheck(ValueCheck values, Findings findings) {
        this.values = values;
        this.findings = findings;
    }

    JsonNode check(Field<?> field, String pointer, JsonNode value) {
        JsonNode id = value.isObject() ? value.get("id") : value;
        if (id == null || !id.isTextual()) {
            findings.add(pointer, "type", "Send the record's id, or an object with it");
            return NULL;
        }
        if (!known(field, pointer, id.textValue())) {
            return NULL;
        }
        ObjectNode reference = Json.object().put("id", id.textValue());
        if (value.isObject()) {
            unknown(field, pointer, (ObjectNode) value);
        }
        if (field.type() == Type.CLAIM_LINK) {
            claim(pointer, value, reference);
        }
        return reference;
    }

    private boolean known(Field<?> field, String pointer, String id) {
        Optional<Kind<?>> kind = Kinds.ofId(id);
        List<String> targets = field.targets();
        boolean none = !targets.isEmpty()
                && targets.stream().allMatch(name -> Kinds.named(name).isEmpty());
        if (kind.isEmpty() || none) {
            findings.add(
                    pointer, "unknown-reference", "There is no record " + (id.length() > 60 ? "with this id" : id));
            return false;
        }
        if (!targets.isEmpty() && !targets.contains(kind.get().name())) {
            findings.add(pointer, "wrong-kind", "It refers to records of kind " + String.join(", ", targets));
            return false;
        }
        return true;
    }

    private void unknown(Field<?> field, String pointer, ObjectNode value) {
        value.fieldNames().forEachRemaining(name -> {
            boolean said = field.type() == Type.CLAIM_LINK
                    && Set.of("on", "source", "note").contains(name);
            if (!READ_BACK.contains(name) && !said) {
                findings.add(Pointers.below(pointer, name), "unknown", "A reference has no such member");
            }
        });
    }

    private void claim(String pointer, JsonNode value, ObjectNode reference) {
        for (Field<Void> member : List.of(
                CLAIM.fields().get(0), CLAIM.fields().get(2), CLAIM.fields().get(1))) {
            JsonNode said = value.path(member.name());
            String place = Pointers.below(pointer, member.name());
            JsonNode absent = said.isMissingNode() ? NULL : said;
            reference.set(
                    member.name(),
                    member.group() != null
                            ? new GroupCheck(null, values, findings).single(member, place, absent)
                            : values.check(member, place, absent, NULL));
        }
    }
}
