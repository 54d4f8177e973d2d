package throughline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import throughline.registry.json.Json;

/** Holds what the server accepted against the contract: a caller that keeps to it can ask for all that there is. */
final class RequestCheck {

    private final ServedContract contract;

    RequestCheck(ServedContract contract) {
        this.contract = contract;
    }

    void check(FilterableRequestSpecification request, URI address) {
        String method =
                request.getMethod().equals("HEAD") ? "get" : request.getMethod().toLowerCase(Locale.ROOT);
        String path = contract.address(address.getRawPath()).orElse("");
        String operation = ServedContract.pointer("paths", path, method);
        if (contract.at(operation).isMissingNode()) {
            return;
        }
        parameters(operation, address);
        // Anything may be sent to be checked.
        if (request.getBody() != null && !path.endsWith("/validate")) {
            body(operation, String.valueOf(request.getContentType()), request.getBody());
        }
    }

    private void parameters(String operation, URI address) {
        Set<String> told = new HashSet<>();
        for (int i = 0; i < contract.at(operation + "/parameters").size(); i++) {
            JsonNode parameter = contract.at(operation + "/parameters/" + i);
            if (parameter.path("in").asText().equals("query")) {
                told.add(parameter.path("name").asText());
            }
        }
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String name = URLDecoder.decode(pair.replaceAll("=.*", ""), StandardCharsets.UTF_8);
            refuse(!told.contains(name), "the parameter " + name, address);
        }
    }

    private void body(String operation, String type, Object sent) {
        String schema =
                operation + ServedContract.pointer("requestBody", "content", type.replaceAll(";.*", ""), "schema");
        if (!contract.at(schema).isMissingNode()) {
            String body = sent instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : sent.toString();
            contract.wrong(schema, Json.read(body)).ifPresent(wrong -> refuse(true, wrong, body));
        }
    }

    private static void refuse(boolean wrong, String what, Object where) {
        if (wrong) {
            throw new AssertionError("The contract does not allow what was accepted: " + what + "\n" + where);
        }
    }
}
