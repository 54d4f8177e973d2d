package throughline.convening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import throughline.registry.json.Json;

/** Counts the participants on record, listed or not, beside the number that was announced. */
final class ParticipantSummary {

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
