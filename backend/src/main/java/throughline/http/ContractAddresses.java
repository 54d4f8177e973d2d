package throughline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Which address of the contract a path is one of, in few look-ups: there are as many paths as records, and whatever else is sent. */
final class ContractAddresses {

    private static final String BASE = "/api/v1/";
    private static final String ANY = "{}";

    private final Map<String, String> byShape = new HashMap<>();

    ContractAddresses(JsonNode contract) {
        contract.path("paths")
                .fieldNames()
                .forEachRemaining(address -> byShape.put(address.replaceAll("\\{\\w+}", ANY), address));
    }

    /** The address, as the contract has it, or a word for what the contract does not speak of. */
    String of(String path) {
        if (!path.startsWith("/api/")) {
            return path.startsWith("/q/") ? "/q" : "pages";
        }
        String found = byShape.get(path);
        if (found == null && path.startsWith(BASE)) {
            String[] steps = path.substring(BASE.length()).split("/", 7);
            // Ids and numbers stand in every other place; a kind's own operations come before those of any kind.
            blank(steps, 1);
            blank(steps, 3);
            found = byShape.get(BASE + String.join("/", steps));
            if (found == null) {
                blank(steps, 0);
                found = byShape.get(BASE + String.join("/", steps));
            }
        }
        return found == null ? "unknown" : found;
    }

    private static void blank(String[] steps, int place) {
        if (place < steps.length) {
            steps[place] = ANY;
        }
    }
}
