package throughline.record;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** What a body is refused for, whatever the kind: all of it at once, and never as a failure of the server. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BodiesTest {

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void allThatIsWrongWithABodyIsToldAtOnce(String kind, String title) {
        ObjectNode body = Json.object().put(title, " ").put("misspelt", 1).put("lifecycle", "published");
        body.put("city", 7).put("state", "ZZ");
        body.putArray("followsFrom").add("org_nowhere");
        Api.create(kind, body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body(
                        "errors.pointer",
                        hasItems("/" + title, "/misspelt", "/sources", "/city", "/state", "/followsFrom/0"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatIsNoJsonObjectIsMalformedAndNeverAFailure(String kind, String title) {
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of(
                "",
                "null",
                "[]",
                "{\"a\":1",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "[".repeat(100_000),
                "{\"a\":".repeat(500) + "1" + "}".repeat(500))) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'});
        bodies.add(new byte[] {(byte) 0xFF, (byte) 0xFE});
        for (byte[] body : bodies) {
            Api.operator()
                    .contentType("application/json")
                    .body(body)
                    .post(Api.BASE + kind)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/malformed-body"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void brokenTextAndNumbersThatAreTooLongAreToldByTheirPointer(String kind, String title) {
        for (String value : List.of(
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"a\\u202eb\"",
                "\"" + "x".repeat(301) + "\"",
                "1.9",
                "1e400",
                "9".repeat(2000))) {
            Api.operator()
                    .contentType("application/json")
                    .body("{\"" + title + "\":" + value + "}")
                    .post(Api.BASE + kind)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/" + title));
        }
        Api.draft(kind, title, "\uD83D\uDCDA".repeat(300)).then().statusCode(201);
        Api.draft(kind, title, "\uD83D\uDCDA".repeat(301)).then().statusCode(422);
    }
}
