package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** In which order a write is refused: each request here is wrong in several ways, and told of the first. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusalsTest {

    private static final String BROKEN = "{\"a\":";

    private static RequestSpecification merge() {
        return Api.operator().contentType("application/merge-patch+json");
    }

    private static String nowhere(String kind) {
        return Api.BASE + kind + "/" + (kind.equals("organizations") ? "org" : "conv") + "_" + "0".repeat(26);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void theAddressAndItsMethodAndTypeComeBeforeAllElse(String kind, String title) {
        given().contentType("text/plain")
                .body(BROKEN)
                .patch(nowhere(kind) + "?x=1")
                .then()
                .statusCode(415);
        given().contentType("application/json")
                .body(BROKEN)
                .delete(Api.BASE + kind)
                .then()
                .statusCode(405);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whoAsksComesBeforeParametersAndHeaders(String kind, String title) {
        given().contentType("application/merge-patch+json")
                .header("If-Match", "unquoted")
                .body(BROKEN)
                .patch(nowhere(kind) + "?x=1")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void parametersAndHeadersComeBeforeTheMissingVersion(String kind, String title) {
        for (RequestSpecification wrong : List.of(
                merge().queryParam("dryRun", "true"),
                merge().header("Idempotency-Key", "x".repeat(256)),
                merge().header("Idempotency-Key", "\"\""),
                merge().header("Change-Session", "x".repeat(65)),
                merge().header("Change-Label", "%zz"),
                merge().header("Change-Label", "%FF"),
                merge().header("Change-Label", "a%00b"),
                merge().header("Change-Reason", "x".repeat(301)),
                merge().header("If-Match", "unquoted"))) {
            wrong.body(BROKEN).patch(nowhere(kind)).then().statusCode(400).body("errors.size()", equalTo(1));
        }
        for (String method : List.of("POST", "PUT", "DELETE")) {
            String address = method.equals("POST") ? Api.BASE + kind : nowhere(kind);
            Api.operator()
                    .contentType("application/json")
                    .queryParam("limit", "5")
                    .request(method, address)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("limit"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void theMissingVersionComesBeforeTheMissingRecordAndThatBeforeAStaleVersion(String kind, String title) {
        merge().body(BROKEN).patch(nowhere(kind)).then().statusCode(428);
        merge().header("If-Match", "\"other\"")
                .body(BROKEN)
                .patch(nowhere(kind))
                .then()
                .statusCode(404);
        Response made = Api.draft(kind, title, "To go");
        String address = Api.BASE + kind + "/" + made.path("id");
        Api.operator().delete(address).then().statusCode(428);
        Api.operator().header("If-Match", "*").delete(address).then().statusCode(204);
        merge().header("If-Match", made.header("ETag"))
                .body(BROKEN)
                .patch(address)
                .then()
                .statusCode(410);
        Api.operator().header("If-Match", "*").delete(address).then().statusCode(410);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aStaleVersionComesBeforeTheBodyAndIsToldTheCurrentOne(String kind, String title) {
        Response made = Api.draft(kind, title, "First");
        Response now = Api.patch(kind, made.path("id"), made.header("ETag"), "{\"" + title + "\":\"Second\"}");
        String address = Api.BASE + kind + "/" + made.path("id");
        for (String body : List.of(BROKEN, "[]", "{\"misspelt\":1}", "")) {
            merge().header("If-Match", made.header("ETag"))
                    .body(body)
                    .patch(address)
                    .then()
                    .statusCode(412)
                    .body("type", equalTo("/problems/stale-version"));
            Api.operator()
                    .contentType("application/json")
                    .header("If-Match", made.header("ETag"))
                    .body(body)
                    .put(address)
                    .then()
                    .statusCode(412);
        }
        String told =
                Api.patch(kind, made.path("id"), made.header("ETag"), "{}").header("ETag");
        assertThat(told).isEqualTo(now.header("ETag"));
        Api.patch(kind, made.path("id"), told, "{\"tags\":[\"again\"]}").then().statusCode(200);
        merge().header("If-Match", now.header("ETag"))
                .body(BROKEN)
                .patch(address)
                .then()
                .statusCode(412);
        merge().header("If-Match", "*").body(BROKEN).patch(address).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void theBodyComesBeforeWhatOtherRecordsSay(String kind, String title) {
        Response made = Api.published(kind, title, Api.unique("Withdrawn"));
        Api.patch(kind, made.path("id"), "*", "{\"lifecycle\":\"withdrawn\"}")
                .then()
                .statusCode(200);
        ObjectNode patch = Json.object().put("lifecycle", "draft").put("misspelt", 1);
        patch.putArray("followsFrom").add("org_" + "0".repeat(26));
        Api.patch(kind, made.path("id"), "*", Json.write(patch))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/misspelt", "/followsFrom/0"))
                .body("errors.code", hasItems("unknown", "unknown-reference"));
        patch.remove("misspelt");
        Api.patch(kind, made.path("id"), "*", Json.write(patch)).then().statusCode(422);
        Api.patch(kind, made.path("id"), "*", "{\"lifecycle\":\"draft\"}")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRetryMeetsItsFirstAnswerAndNeverAStaleVersion(String kind, String title) {
        Response made = Api.draft(kind, title, "First");
        String address = Api.BASE + kind + "/" + made.path("id");
        String key = UUID.randomUUID().toString();
        String body = "{\"version\":1,\"" + title + "\":\"Second\"}";
        Response first = retried(key, made.header("ETag"), body, address);
        first.then().statusCode(200).header("Idempotency-Replayed", nullValue());
        Api.patch(kind, made.path("id"), "*", "{\"" + title + "\":\"Third\"}");
        Response again = retried('"' + key + '"', made.header("ETag"), body, address);
        again.then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Change-Set")).isEqualTo(first.header("Change-Set"));
        retried(key, "*", "{\"" + title + "\":\"Other\"}", address)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-mismatch"));
        Response deleted = Api.operator()
                .header("Idempotency-Key", key)
                .header("If-Match", "*")
                .delete(address);
        deleted.then().statusCode(204).header("Idempotency-Replayed", nullValue());
        Api.operator()
                .header("Idempotency-Key", key)
                .header("If-Match", "*")
                .delete(address)
                .then()
                .statusCode(204)
                .header("Change-Set", equalTo(deleted.header("Change-Set")))
                .header("Idempotency-Replayed", equalTo("true"));
    }

    private static Response retried(String key, String tag, String body, String address) {
        return merge().header("Idempotency-Key", key)
                .header("If-Match", tag)
                .body(body)
                .patch(address);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRefusalIsNotKeptUnderItsKey(String kind, String title) {
        String key = UUID.randomUUID().toString();
        for (int status : new int[] {422, 201}) {
            Api.operator()
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(status == 422 ? "{\"misspelt\":1}" : "{\"" + title + "\":\"Right now\"}")
                    .post(Api.BASE + kind)
                    .then()
                    .statusCode(status);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatTheServerGivesIsSentBackAsItIsOrRefused(String kind, String title) {
        Response made = Api.draft(kind, title, "Itself");
        String address = Api.BASE + kind + "/" + made.path("id");
        for (String method : List.of("PUT", "PATCH")) {
            String other =
                    "{\"id\":\"org_other\",\"kind\":\"need\",\"version\":7,\"createdAt\":\"2001-01-01T00:00:00.000000Z\","
                            + "\"seq\":1,\"etag\":\"x\",\"updatedAt\":7,\"" + title + "\":\"Itself\"}";
            Api.operator()
                    .contentType(method.equals("PUT") ? "application/json" : "application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(other)
                    .request(method, address)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer.sort()", equalTo(List.of("/createdAt", "/id", "/kind", "/version")));
        }
        Api.operator()
                .contentType("application/json")
                .body(made.asString())
                .post(Api.BASE + kind)
                .then()
                .statusCode(422)
                .body("errors.pointer.sort()", equalTo(List.of("/createdAt", "/id", "/version")))
                .body("errors.code", hasItem("read-only"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aCheckTellsAllThatAPostWouldBeRefusedForAndWritesNothing(String kind, String title) {
        Response draft = Api.draft("organizations", "name", "A draft to name");
        ObjectNode body = Json.object().put(title, "To be checked").put("lifecycle", "published");
        body.putArray("followsFrom").add(draft.<String>path("id"));
        Api.operator()
                .contentType("application/json")
                .body(Json.write(body))
                .post(Api.BASE + kind + "/validate")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("errors.code", hasItems("required", "refers-to-draft"));
        body.put("lifecycle", "draft");
        Api.operator()
                .contentType("application/json")
                .body(Json.write(body))
                .post(Api.BASE + kind + "/validate")
                .then()
                .body("valid", equalTo(true))
                .body("errors.size()", equalTo(0));
        given().contentType("application/json")
                .body("{}")
                .post(Api.BASE + kind + "/validate")
                .then()
                .statusCode(401);
    }
}
