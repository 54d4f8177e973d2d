package throughline.record;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import throughline.registry.json.Json;
import throughline.registry.json.JsonLines;

/** The API as a script with the operator's key uses it. */
public final class Api {

    public static final String BASE = "/api/v1/";

    /** The kinds, each with the field that is its title: what every kind promises is run for each. */
    static final String KINDS = "organizations, name\nconvenings, title";

    private Api() {}

    public static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + key());
    }

    public static String key() {
        String folder = ConfigProvider.getConfig().getValue("throughline.data-dir", String.class);
        try {
            return Files.readString(Path.of(folder, "operator.key")).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Response create(String plural, ObjectNode body) {
        return operator().contentType("application/json").body(Json.write(body)).post(BASE + plural);
    }

    static Response patch(String plural, String id, String tag, String body) {
        return operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(body)
                .patch(BASE + plural + "/" + id);
    }

    /** A published organization that the test can refer to. */
    public static Response organization(String name) {
        return create("organizations", published("name", name).put("sector", "other"));
    }

    static ObjectNode published(String titleField, String title) {
        ObjectNode body = Json.object().put(titleField, title).put("lifecycle", "published");
        body.putArray("sources").addObject().put("title", "A test's source");
        return body;
    }

    static Response convening(String title, String host) {
        ObjectNode body =
                published("title", title).put("startsOn", "2013-06-06").put("status", "held");
        body.putArray("hosts").add(host);
        return create("convenings", body);
    }

    static Response draft(String kind, String title, String name) {
        return create(kind, Json.object().put(title, name));
    }

    /** The body of a published record of any kind. */
    static ObjectNode body(String kind, String title, String name) {
        ObjectNode body = published(title, name);
        if (kind.equals("organizations")) {
            return body.put("sector", "other");
        }
        body.put("startsOn", "2013-06-06").put("status", "held");
        body.putArray("hosts").add(organization("Its host").<String>path("id"));
        return body;
    }

    /** A published record of either kind. */
    static Response published(String kind, String title, String name) {
        return kind.equals("organizations")
                ? organization(name)
                : convening(name, organization("Its host").path("id"));
    }

    static Response undo(String changeSet) {
        return operator().post(BASE + "change-sets/" + changeSet + "/undo");
    }

    /** A patch that gives a record another title. */
    static String named(String title, String to) {
        return "{\"" + title + "\":\"" + to + "\"}";
    }

    static String unique(String words) {
        return words + " " + UUID.randomUUID();
    }

    /** A file of these lines, as the loader takes it. */
    static JsonLines.Source lines(Stream<String> lines) {
        byte[] file = lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(file);
    }
}
