package throughline.registry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import throughline.registry.field.Field;
import throughline.registry.field.Type;
import throughline.registry.json.Json;
import throughline.registry.value.DateText;
import throughline.registry.value.EmailAddress;
import throughline.registry.value.LanguageTag;
import throughline.registry.value.LocalDateTimeText;
import throughline.registry.value.MoneyText;
import throughline.registry.value.PartialDate;
import throughline.registry.value.TimeZoneName;
import throughline.registry.value.WebAddress;
import throughline.registry.value.WellFormedText;

/** Checks what is text in JSON: that it is well formed, not too long, and of the format that its type asks for. */
final class TextCheck {

    private static final JsonNode NULL = Json.NODES.nullNode();

    private final Findings findings;

    TextCheck(Findings findings) {
        this.findings = findings;
    }

    JsonNode check(Field<?> field, String pointer, JsonNode value) {
        if (!value.isTextual()) {
            return wrong(pointer, "type", "Send text, in quotes");
        }
        String text = value.textValue();
        boolean lines = field.type() == Type.TEXT || field.type() == Type.MARKDOWN;
        Optional<String> broken = lines ? WellFormedText.multiLineProblem(text) : WellFormedText.problem(text);
        if (broken.isPresent()) {
            return wrong(pointer, "malformed-text", "The text " + broken.get());
        }
        String normal = WellFormedText.normalize(text);
        if (normal.isBlank()) {
            return blank(field, pointer);
        }
        Integer most = field.maxLength();
        if (most != null && WellFormedText.length(normal) > most) {
            findings.add(pointer, "too-long", most, "At most " + most + " characters");
            return NULL;
        }
        return formatted(field, pointer, normal);
    }

    private JsonNode blank(Field<?> field, String pointer) {
        if (field.isRequired()) {
            return wrong(pointer, "required", "Say it: " + field.description());
        }
        findings.add(pointer, "too-short", 1, "Leave it out, or send null, where there is nothing to say");
        return NULL;
    }

    private JsonNode formatted(Field<?> field, String pointer, String text) {
        return switch (field.type()) {
            case DATE -> format(pointer, DateText.normalize(text), "Send a day as YYYY-MM-DD");
            case PARTIAL_DATE ->
                format(
                        pointer,
                        PartialDate.parse(text).map(PartialDate::toString),
                        "Send a day as YYYY-MM-DD, a month as YYYY-MM or a year as YYYY");
            case LOCAL_DATE_TIME ->
                format(
                        pointer,
                        LocalDateTimeText.normalize(text),
                        "Send a local time as YYYY-MM-DDTHH:MM, without an offset");
            case TIME_ZONE ->
                format(pointer, TimeZoneName.normalize(text), "Send a time zone by its name, as America/New_York");
            case URL ->
                format(
                        pointer,
                        WebAddress.normalize(text),
                        "Send a whole address that begins with http:// or https://");
            case EMAIL -> format(pointer, EmailAddress.normalize(text), "Send an e-mail address, as name@example.org");
            case LANGUAGE -> format(pointer, LanguageTag.normalize(text), "Send a language tag, as en or es-MX");
            case MONEY -> format(pointer, MoneyText.normalize(text), "Send an amount as text, as \"6100806.00\"");
            default -> field.name().equals("tags") ? tag(pointer, text) : Json.NODES.textNode(text);
        };
    }

    private JsonNode tag(String pointer, String text) {
        boolean plain = text.equals(text.toLowerCase(Locale.ROOT)) && text.equals(text.strip());
        return format(
                pointer, Optional.of(text).filter(tag -> plain), "Send tags in lower case, without blanks around them");
    }

    private JsonNode format(String pointer, Optional<String> normal, String hint) {
        return normal.<JsonNode>map(Json.NODES::textNode).orElseGet(() -> wrong(pointer, "format", hint));
    }

    private JsonNode wrong(String pointer, String code, String detail) {
        findings.add(pointer, code, detail);
        return NULL;
    }
}
