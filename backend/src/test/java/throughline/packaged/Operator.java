package throughline.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import throughline.registry.json.Json;

/** Whoever uses a server with the operator's key. */
record Operator(Packaged server, String key) {

    static final String ORGANIZATIONS = "/api/v1/organizations";

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, with("Content-Type", "application/json", headers));
    }

    HttpResponse<String> patch(String path, String tag, String body) throws Exception {
        return send("PATCH", path, body, "Content-Type", "application/merge-patch+json", "If-Match", tag);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        return server.send(method, path, body, with("Authorization", "Bearer " + key, headers));
    }

    private static String[] with(String name, String value, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(name, value));
        return all.toArray(String[]::new);
    }

    static String named(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body());
    }

    static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    /** Where the record lies that was made. */
    static String location(HttpResponse<String> made) {
        return made.headers().firstValue("Location").orElseThrow();
    }
}
