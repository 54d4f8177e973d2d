package throughline.registry.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396), but that a {@code null} stays as one: for a record, absent and {@code null} are the same. */
public final class MergePatch {

    private MergePatch() {}

    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode result = target.deepCopy();
        patch.properties().forEach(member -> {
            JsonNode stands = result.get(member.getKey());
            if (member.getValue() instanceof ObjectNode inner) {
                ObjectNode base = stands instanceof ObjectNode object ? object : Json.object();
                result.set(member.getKey(), apply(base, inner));
            } else {
                result.set(member.getKey(), member.getValue());
            }
        });
        return result;
    }
}
