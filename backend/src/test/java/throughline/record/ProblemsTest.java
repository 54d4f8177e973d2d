package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;
import throughline.registry.sql.Sql;

/** Whatever goes wrong is told in one format, and tells nothing of what the server is made of. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProblemsTest {

    @Inject
    DataSource database;

    private static RequestSpecification patch(String tag) {
        return Api.operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"misspelt\":1}");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void everyRefusalIsAProblemInOneFormat(String kind, String title) {
        String all = Api.BASE + kind;
        String record = all + "/" + Api.draft(kind, title, "Refused").path("id");
        String gone = all + "/" + Api.draft(kind, title, "Gone").path("id");
        Api.operator().header("If-Match", "*").delete(gone);
        Response held = Api.published(kind, title, Api.unique("Held"));
        Api.patch(kind, held.path("id"), "*", "{\"lifecycle\":\"withdrawn\"}");
        Map<String, Response> refused = new LinkedHashMap<>();
        refused.put(
                "400 malformed-body",
                Api.operator().contentType("application/json").body("{").post(all));
        refused.put("400 invalid-parameter", given().get(all + "?limit=ten"));
        refused.put("400 invalid-cursor", given().get(all + "?after=x"));
        refused.put("400 invalid-header", patch("unquoted").patch(record));
        refused.put(
                "401 unauthenticated",
                given().contentType("application/json").body("{}").post(all));
        refused.put("404 not-found", given().get(all + "/nothing/here"));
        refused.put("405 method-not-allowed", given().delete(all));
        refused.put("406 not-acceptable", given().accept("image/png").get(all));
        refused.put("409 status-move", Api.patch(kind, held.path("id"), "*", "{\"lifecycle\":\"draft\"}"));
        refused.put("410 gone", patch("*").patch(gone));
        refused.put("412 stale-version", patch("\"other\"").patch(record));
        refused.put(
                "415 unsupported-media-type",
                Api.operator().contentType("text/csv").body("a").post(all));
        refused.put("422 validation", patch("*").patch(record));
        refused.put("428 version-required", Api.operator().delete(record));
        refused.forEach(ProblemsTest::assertProblem);
    }

    private static void assertProblem(String said, Response answer) {
        String[] expected = said.split(" ");
        answer.then()
                .contentType("application/problem+json")
                .statusCode(Integer.parseInt(expected[0]))
                .body("type", equalTo("/problems/" + expected[1]))
                .body("status", equalTo(Integer.parseInt(expected[0])))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("requestId", equalTo(answer.header("X-Request-Id")));
        assertTellsNothing(answer);
    }

    private static void assertTellsNothing(Response answer) {
        assertThat(answer.asString())
                .doesNotContainIgnoringCase(
                        "java", "exception", "throughline.", "jackson", "quarkus", "sql", "select ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aMistakeInsideAListIsToldAtItsPlaceAndInNoLanguageOfTheServers(String kind, String title) {
        ObjectNode body = Json.object().put(title, "Wrong inside");
        body.putArray("sources").addObject().put("title", "Right");
        body.withArray("sources").addObject().put("title", 7).put("zz/~", true);
        Response refused = Api.create(kind, body);
        refused.then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/sources/1/title"))
                .body("errors.pointer", hasItem("/sources/1/zz~1~0"))
                .body("errors[0].code", equalTo("type"));
        List<String> members = new ArrayList<>();
        Json.read(refused.asString()).path("errors").get(0).fieldNames().forEachRemaining(members::add);
        assertThat(members).containsExactly("pointer", "code", "rule", "limit", "detail");
        assertTellsNothing(refused);
    }

    @Test
    void aFailureOfTheServerTellsNothingOfItsInside() throws SQLException {
        Response made = Api.organization("With a broken history");
        try (Connection connection = database.getConnection()) {
            new Sql("update history set document = 'no JSON' where id = ?", made.<String>path("id")).update(connection);
        }
        assertProblem("500 unexpected", Api.operator().get(Api.BASE + "organizations/" + made.path("id") + "/history"));
    }
}
