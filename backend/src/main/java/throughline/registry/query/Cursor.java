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
 * The place between two rows: the keys of a row, nulls among them, and the epoch in which it was read. Opaque to clients.
 *
 * @param kept what else the walk goes by from page to page, whatever is written meanwhile
 * @param back whether the page before it is meant
 */
public record Cursor(List<String> values, List<String> kept, String epoch, boolean back) {

    /** @param query to which the cursor is bound */
    public String text(String query) {
        ObjectNode json = Json.object().put("e", epoch);
        ArrayNode placed = json.putArray("v");
        values.forEach(placed::add);
        ArrayNode keeping = json.putArray("w");
        kept.forEach(keeping::add);
        json.put("k", seal(query));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /** @param parameter {@code after} or {@code before} */
    public static Cursor parse(String parameter, String text, String query) {
        ObjectNode json;
        try {
            json = Json.read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (RuntimeException broken) {
            throw invalid(parameter, "It is no cursor of this API; begin again without it.");
        }
        List<String> values = new ArrayList<>();
        json.path("v").forEach(value -> values.add(value.textValue()));
        List<String> kept = new ArrayList<>();
        json.path("w").forEach(value -> kept.add(value.textValue()));
        Cursor cursor = new Cursor(values, kept, json.path("e").asText(), parameter.equals("before"));
        if (!json.path("k").asText().equals(cursor.seal(query))) {
            throw invalid(parameter, "It belongs to another query; begin again without it.");
        }
        return cursor;
    }

    /** A restored database counts anew: what lay beside the place may never have been. */
    public void requireEpoch(String now) {
        if (!epoch.equals(now)) {
            throw invalid(
                    back ? "before" : "after", "It is from before the registry was restored; begin again without it.");
        }
    }

    /** Its seal fits, and yet it was never given out. */
    ProblemException forged() {
        return invalid(back ? "before" : "after", "It is no cursor of this API; begin again without it.");
    }

    // Over the values too, so that a text that was tampered with never reaches the database.
    private String seal(String query) {
        return Document.hash(query + '\n' + epoch + '\n' + values + kept);
    }

    private static ProblemException invalid(String parameter, String detail) {
        return ProblemException.of(ProblemType.INVALID_CURSOR, detail, Finding.parameter(parameter, "format", detail));
    }
}
