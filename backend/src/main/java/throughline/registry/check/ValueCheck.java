package throughline.registry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import throughline.registry.field.Field;
import throughline.registry.field.Type;
import throughline.registry.json.Json;
import throughline.registry.vocabulary.Term;
import throughline.registry.vocabulary.Vocabularies;
import throughline.registry.vocabulary.Vocabulary;

/** Checks single values, and lists of them, and gives each its normal form; what is wrong becomes null. */
final class ValueCheck {

    private static final JsonNode NULL = Json.NODES.nullNode();
    private static final int MOST_DIGITS = 30;

    private final Vocabularies vocabularies;
    private final Findings findings;
    private final TextCheck texts;
    private final ReferenceCheck references;

    ValueCheck(Vocabularies vocabularies, Findings findings) {
        this.vocabularies = vocabularies;
        this.findings = findings;
        this.texts = new TextCheck(findings);
        this.references = new ReferenceCheck(this, findings);
    }

    JsonNode check(Field<?> field, String pointer, JsonNode value, JsonNode stood) {
        return field.many() ? list(field, pointer, value, stood) : one(field, pointer, value, stood);
    }

    private JsonNode list(Field<?> field, String pointer, JsonNode value, JsonNode stood) {
        ArrayNode checked = Json.NODES.arrayNode();
        if (!value.isArray()) {
            findings.add(pointer, "type", "Send a list");
            return checked;
        }
        if (field.maxItems() != null && value.size() > field.maxItems() && value.size() > stood.size()) {
            findings.add(pointer, "too-many", field.maxItems(), "At most " + field.maxItems() + " items");
            return checked;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            String place = Pointers.below(pointer, i);
            JsonNode item = value.get(i).isNull()
                    ? wrong(place, "type", "A list has no empty items")
                    : one(field, place, value.get(i), stood);
            if (!item.isNull() && !seen.add(item)) {
                findings.add(place, "duplicate", "It stands in the list already");
            } else if (!item.isNull()) {
                checked.add(item);
            }
        }
        return checked;
    }

    private JsonNode one(Field<?> field, String pointer, JsonNode value, JsonNode stood) {
        if (value.isNull()) {
            return NULL;
        }
        return switch (field.type()) {
            case BOOLEAN -> value.isBoolean() ? value : wrong(pointer, "type", "Send true or false");
            case INTEGER, NUMBER -> number(field, pointer, value);
            case REFERENCE, CLAIM_LINK -> references.check(field, pointer, value);
            case CODE ->
                field.vocabulary() == null ? texts.check(field, pointer, value) : code(field, pointer, value, stood);
            default -> texts.check(field, pointer, value);
        };
    }

    private JsonNode code(Field<?> field, String pointer, JsonNode value, JsonNode stood) {
        if (!value.isTextual()) {
            return wrong(pointer, "type", "Send a code, as text");
        }
        Vocabulary vocabulary = vocabularies.get(field.vocabulary());
        Optional<Term> term = vocabulary.term(value.textValue());
        if (term.isPresent() && (term.get().active() || stands(stood, value))) {
            return value;
        }
        String known = vocabulary.terms().size() <= 30 ? ": " + String.join(", ", vocabulary.codes()) : "";
        return wrong(pointer, "unknown-code", "Use a code of the vocabulary " + vocabulary.name() + known);
    }

    private static boolean stands(JsonNode stood, JsonNode value) {
        if (stood.isArray()) {
            for (JsonNode item : stood) {
                if (item.equals(value)) {
                    return true;
                }
            }
        }
        return stood.equals(value);
    }

    private JsonNode number(Field<?> field, String pointer, JsonNode value) {
        if (!value.isNumber()) {
            return wrong(pointer, "type", "Send a number, without quotes");
        }
        BigDecimal number = value.decimalValue();
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return outOfRange(pointer, null, "The number is too large or too fine");
        }
        if (field.type() == Type.INTEGER && number.stripTrailingZeros().scale() > 0) {
            return wrong(pointer, "type", "Send a whole number");
        }
        if (field.min() != null && number.compareTo(new BigDecimal(field.min().toString())) < 0) {
            return outOfRange(pointer, field.min(), "At least " + field.min());
        }
        if (field.max() != null && number.compareTo(new BigDecimal(field.max().toString())) > 0) {
            return outOfRange(pointer, field.max(), "At most " + field.max());
        }
        if (field.type() == Type.NUMBER) {
            return Json.NODES.numberNode(number.scale() < 0 ? number.setScale(0) : number);
        }
        if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return outOfRange(pointer, Integer.MAX_VALUE, "At most " + Integer.MAX_VALUE);
        }
        return Json.NODES.numberNode(number.intValueExact());
    }

    private JsonNode outOfRange(String pointer, Number limit, String detail) {
        findings.add(pointer, "out-of-range", limit, detail);
        return NULL;
    }

    private JsonNode wrong(String pointer, String code, String detail) {
        findings.add(pointer, code, detail);
        return NULL;
    }
}
