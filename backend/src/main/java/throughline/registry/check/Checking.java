package throughline.registry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;
import throughline.registry.vocabulary.Vocabularies;

/**
 * What a body is checked against.
 *
 * @param before the record's tree as it stands, or null for a new one
 * @param seesSecrets whether the writer has read the private parts: what he did not see, a body that does not name it leaves as it is
 */
public record Checking(Kind<?> kind, Intent intent, ObjectNode before, boolean seesSecrets, Vocabularies vocabularies) {

    Optional<JsonNode> stood(String field) {
        return Optional.ofNullable(before).map(tree -> tree.get(field));
    }

    /** Whether the server alone gives what a body names so: of a new record all but its kind, of a file's but its id. */
    boolean makes(String name) {
        return switch (intent) {
            case CREATE -> !name.equals("kind");
            case LOAD -> !name.equals("kind") && !name.equals("id");
            case REPLACE -> false;
        };
    }

    boolean bringsIds() {
        return intent == Intent.LOAD;
    }

    static JsonNode nothing(boolean many) {
        return many ? Json.NODES.arrayNode() : Json.NODES.nullNode();
    }
}
