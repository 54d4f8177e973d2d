package throughline.convening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import throughline.registry.field.Group;
import throughline.registry.field.Type;
import throughline.registry.json.Json;

/** Counts the participants on record, listed or not, beside the number that was announced. */
final class ParticipantSummary {

    private static final Group<Void> BY_SECTOR = Group.of(Void.class)
            .code("value", "sectors", f -> f.required().says("The sector", "state-library"))
            .with("count", Type.INTEGER, f -> f.required().says("How many came for it", 2));

    static final Group<Void> GROUP = Group.of(Void.class)
            .with("total", Type.INTEGER, f -> f.required().says("How many took part, as far as is known", 15))
            .with("identified", Type.INTEGER, f -> f.required().says("How many are on record, listed or not", 2))
            .many("bySector", BY_SECTOR, f -> f.says("How many came for each sort of organization", null));

    private ParticipantSummary() {}

    static JsonNode of(ObjectNode convening) {
        JsonNode participants = convening.path("participants");
        Map<String, Integer> sectors = new TreeMap<>();
        participants.forEach(participant -> {
            if (participant.hasNonNull("sector")) {
                sectors.merge(participant.get("sector").asText(), 1, Integer::sum);
            }
        });
        ArrayNode bySector = Json.NODES.arrayNode();
        sectors.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry ->
                        bySector.addObject().put("value", entry.getKey()).put("count", entry.getValue()));
        int announced = convening.path("expectedParticipants").asInt(0);
        return Json.object()
                .put("total", Math.max(participants.size(), announced))
                .put("identified", participants.size())
                .set("bySector", bySector);
    }
}
