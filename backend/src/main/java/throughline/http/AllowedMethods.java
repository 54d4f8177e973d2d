package throughline.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import throughline.registry.json.Json;

/** Which methods an address has, as the contract says. */
@ApplicationScoped
class AllowedMethods {

    private static final String CONTRACT = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final JsonNode paths = contract().path("paths");

    /** For the header {@code Allow}; without a literal address the templates that fit it count. */
    String of(String path) {
        Set<String> methods = new TreeSet<>();
        if (paths.has(path)) {
            collect(paths.get(path), methods);
        } else {
            for (Map.Entry<String, JsonNode> template : paths.properties()) {
                if (fits(template.getKey(), path)) {
                    collect(template.getValue(), methods);
                }
            }
        }
        return String.join(", ", methods);
    }

    private static boolean fits(String template, String path) {
        String pattern = Pattern.quote(template).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q");
        return path.matches(pattern);
    }

    private static void collect(JsonNode operations, Set<String> methods) {
        for (String method : new String[] {"get", "post", "put", "patch", "delete"}) {
            if (operations.has(method)) {
                methods.add(method.toUpperCase(java.util.Locale.ROOT));
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
    }

    static JsonNode contract() {
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(CONTRACT)) {
            return document == null ? Json.object() : Json.MAPPER.readTree(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
