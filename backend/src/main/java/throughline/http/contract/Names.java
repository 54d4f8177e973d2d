package throughline.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;

/** Puts a kind's names where the files leave them open. */
final class Names {

    private Names() {}

    static ObjectNode put(Kind<?> kind, JsonNode ofAnyKind) {
        if (ofAnyKind.isMissingNode()) {
            return Json.object();
        }
        return Json.read(Json.write(ofAnyKind)
                .replace("<Kind>", kind.schemaName())
                .replace("<plural>", kind.plural())
                .replace("<many>", kind.pluralLabel().toLowerCase(Locale.ROOT)));
    }

    static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static ObjectNode ref(String component, String name) {
        return Json.object().put("$ref", "#/components/" + component + "/" + name);
    }
}
