package throughline.http.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import throughline.registry.field.Field;
import throughline.registry.field.Storage;
import throughline.registry.field.Type;
import throughline.registry.json.Json;
import throughline.registry.vocabulary.Vocabularies;
import throughline.registry.vocabulary.Vocabulary;

/** The schema of one field, as it is read or as it is written. */
final class FieldSchema {

    private static final String PARTIAL_DATE = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";
    private static final String LOCAL_DATE_TIME = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$";
    private static final String MONEY = "^-?\\d{1,15}(\\.\\d{1,4})?$";

    private static final List<Vocabulary> CLOSED = Vocabularies.closed();

    private final Use use;
    private final Function<Field<?>, String> groupName;

    /** @param groupName what the schema of a field's group is called */
    FieldSchema(Use use, Function<Field<?>, String> groupName) {
        this.use = use;
        this.groupName = groupName;
    }

    ObjectNode of(Field<?> field) {
        ObjectNode schema = field.many() ? list(field) : value(field);
        if (nullable(field)) {
            schema = orNull(schema);
        }
        ObjectNode told = Json.object().put("description", says(field));
        told.setAll(schema);
        if (field.example() != null) {
            told.putArray("examples").add(Json.MAPPER.valueToTree(field.example()));
        }
        return told;
    }

    private static String says(Field<?> field) {
        StringBuilder says = new StringBuilder(field.description());
        if (field.vocabulary() != null) {
            says.append(". A code of the vocabulary `")
                    .append(field.vocabulary())
                    .append('`');
            codes(field.vocabulary()).ifPresent(codes -> says.append(", today ").append(codes));
        }
        if (field.isRequiredToPublish()) {
            says.append(". Required to publish");
        }
        if (!field.oneOfMembers().isEmpty()) {
            says.append(". Each has one of ").append(String.join(", ", field.oneOfMembers()));
        }
        return says.append(field.isSecret() ? ". Private: absent for who may not see it" : "")
                .toString();
    }

    /** The codes of a vocabulary that no one adds to while the server runs. */
    private static Optional<String> codes(String vocabulary) {
        return CLOSED.stream()
                .filter(closed -> closed.name().equals(vocabulary))
                .map(closed -> String.join(", ", closed.codes()))
                .findFirst();
    }

    private ObjectNode list(Field<?> field) {
        ObjectNode list = Json.object().put("type", "array");
        if (use.written() && field.maxItems() != null) {
            list.put("maxItems", field.maxItems());
        }
        list.set("items", value(field));
        return list;
    }

    private boolean nullable(Field<?> field) {
        boolean always = field.isRequired() || field.staysWhenAbsent();
        if (use.written()) {
            return field.many() || !always;
        }
        boolean given = field.storage() == Storage.ENTRY || !field.writable() && !field.computed();
        boolean made = field.computed() && (field.type() == Type.GROUP || field.type() == Type.BOOLEAN);
        return !field.many() && !always && !given && !made && field.initialValue() == null;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            String type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode either = Json.object();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private ObjectNode value(Field<?> field) {
        String written = use.written() ? "Draft" : "";
        return switch (field.type()) {
            case BOOLEAN -> type("boolean");
            case INTEGER -> bounded(type("integer"), field);
            case NUMBER -> bounded(type("number"), field);
            case MONEY -> type("string").put("pattern", MONEY);
            case DATE -> type("string").put("format", "date");
            case PARTIAL_DATE -> type("string").put("pattern", PARTIAL_DATE);
            case LOCAL_DATE_TIME -> type("string").put("pattern", LOCAL_DATE_TIME);
            case INSTANT -> type("string").put("format", "date-time");
            case REFERENCE -> Names.ref("schemas", "Reference" + written);
            case CLAIM_LINK -> Names.ref("schemas", "ClaimLink" + written);
            case GROUP ->
                Names.ref("schemas", groupName.apply(field) + (use == Use.PATCH && !field.many() ? "Patch" : written));
            default -> text(field);
        };
    }

    private static ObjectNode text(Field<?> field) {
        ObjectNode text = type("string");
        if (field.maxLength() != null) {
            text.put("maxLength", field.maxLength());
        }
        switch (field.type()) {
            case URL -> text.put("format", "uri");
            case EMAIL -> text.put("format", "email");
            case MARKDOWN -> text.put("contentMediaType", "text/markdown");
            default -> {
                // Nothing more is known of its form.
            }
        }
        return text;
    }

    private static ObjectNode bounded(ObjectNode number, Field<?> field) {
        if (field.min() != null) {
            number.set("minimum", Json.MAPPER.valueToTree(field.min()));
        }
        if (field.max() != null) {
            number.set("maximum", Json.MAPPER.valueToTree(field.max()));
        }
        return number;
    }

    private static ObjectNode type(String type) {
        return Json.object().put("type", type);
    }
}
