package throughline.registry.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import throughline.registry.json.Json;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Document;

/**
 * The place between two rows of a list: the sort values of a row, and its id. Opaque to clients.
 *
 * @param back whether the page before it is meant
 */
public record Cursor(List<String> values, String id, boolean back) {

    /** @param key of the query, to which the cursor is bound */
    public String text(String key) {
        ObjectNode json = Json.object().put("k", Document.hash(key)).put("i", id);
        ArrayNode placed = json.putArray("v");
        values.forEach(placed::add);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    public static Cursor parse(String parameter, String text, String key) {
        ObjectNode json;
        try {
            json = Json.read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (RuntimeException broken) {
            throw invalid(parameter, "It is no cursor of this API; begin again without it.");
        }
        if (!json.path("k").asText().equals(Document.hash(key))) {
            throw invalid(parameter, "It belongs to another query; begin again without it.");
        }
        List<String> values = new ArrayList<>();
        json.path("v").forEach(value -> values.add(value.textValue()));
        return new Cursor(values, json.path("i").asText(), parameter.equals("before"));
    }

    private static ProblemException invalid(String parameter, String detail) {
        return ProblemException.of(ProblemType.INVALID_CURSOR, detail, Finding.parameter(parameter, "format", detail));
    }
}
