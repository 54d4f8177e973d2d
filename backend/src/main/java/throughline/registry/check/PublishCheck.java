package throughline.registry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;

/** What a record must have before the public sees it: a source, unless it is an example, and its kind's essentials. */
final class PublishCheck {

    private PublishCheck() {}

    static void check(Kind<?> kind, ObjectNode tree, Findings findings) {
        if (tree.path("lifecycle").asText().equals("draft")) {
            return;
        }
        for (Field<?> field : kind.fields()) {
            String pointer = "/" + field.name();
            if (field.isRequiredToPublish() && isMissing(tree.get(field.name())) && !findings.at(pointer)) {
                findings.add(pointer, "required", "A record that the public sees needs it: " + field.description());
            }
        }
        boolean sourced = !tree.path("origin").asText().equals("illustrative");
        if (sourced && isMissing(tree.get("sources")) && !findings.at("/sources")) {
            findings.add("/sources", "required", "A record that the public sees needs at least one source");
        }
    }

    private static boolean isMissing(JsonNode value) {
        return value == null || value.isNull() || value.isArray() && value.isEmpty();
    }
}
