package throughline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import throughline.database.TestDatabase;
import throughline.record.Api;
import throughline.registry.problem.ProblemType;

/** What every answer says beside its content, and how each refusal of the address or the type is told. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AnswersTest {

    @Test
    void anErrorNamesItsRequestInBodyAndHeaderAlike() {
        Response refused = given().get("/api/v1/nothing");
        refused.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("X-Request-Id", equalTo(refused.path("requestId")));
        assertThat(given().get("/api/v1").header("X-Request-Id")).isNotEqualTo(refused.path("requestId"));
    }

    @Test
    void noBrowserRunsWhatAnAnswerHolds() {
        for (String address :
                List.of("/api/v1", "/api/v1/organizations", "/problems/gone", "/q/swagger-ui", "/api/v1/none")) {
            given().get(address)
                    .then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Content-Security-Policy", startsWith("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")));
        }
    }

    @Test
    void anyoneMayReadFromAnotherSiteAndNobodyMayWriteFromOne() {
        given().header("Origin", "https://calendar.example.org")
                .get("/api/v1/organizations")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Expose-Headers", containsString("ETag, Link, Location, Retry-After"))
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", "https://calendar.example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options("/api/v1/organizations")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD"))
                .header("Access-Control-Allow-Headers", equalTo("Accept, If-None-Match"));
        given().header("Origin", "https://calendar.example.org")
                .post("/api/v1/organizations")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aMethodThatAnAddressHasNotNamesThoseItHas() {
        given().delete("/api/v1/organizations")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        given().options("/api/v1/organizations")
                .then()
                .statusCode(204)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        given().options("/api/v1/convenings/conv_x")
                .then()
                .header("Allow", equalTo("DELETE, GET, HEAD, OPTIONS, PATCH, PUT"));
    }

    @Test
    void aBodyMustSayWhatItIs() {
        for (String type : List.of("text/plain", "application/xml", "application/octet-stream")) {
            Api.operator()
                    .contentType(type)
                    .body("{\"name\":\"Untyped\"}".getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/organizations")
                    .then()
                    .statusCode(415)
                    .body("type", equalTo("/problems/unsupported-media-type"));
        }
        Api.operator()
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{}")
                .patch("/api/v1/organizations/org_x")
                .then()
                .statusCode(415)
                .header("Accept-Patch", equalTo("application/merge-patch+json"));
    }

    @Test
    void aTypeThatIsNotOfferedIsRefused() {
        given().accept("text/csv")
                .get("/api/v1/organizations")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @Test
    void aListIsCompressedAndARecordIsNotForItsStrongTag() {
        Response made = Api.organization("Uncompressed");
        var zipped = given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip");
        zipped.get("/api/v1/organizations")
                .then()
                .header("Content-Encoding", equalTo("gzip"))
                .header("Vary", containsString("Accept-Encoding"))
                .header("ETag", startsWith("W/"));
        given().header("Accept-Encoding", "gzip")
                .get("/api/v1/organizations/" + made.path("id"))
                .then()
                .header("Content-Encoding", nullValue())
                .header("ETag", startsWith("\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip | true
            x-gzip | true
            br, GZIP ; q=0.5 | true
            br | false
            gzip;q=0.00 | false
            """)
    void aListIsCompressedForWhoTakesItSo(String accepted, boolean compressed) {
        var answer = given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", accepted)
                .get("/api/v1/organizations");
        assertThat("gzip".equals(answer.header("Content-Encoding"))).isEqualTo(compressed);
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasAPageThatSaysWhatToDo(ProblemType type) {
        given().get("/problems/" + type.slug())
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString(type.title()));
    }

    @Test
    void swaggerUiHasNoScriptWithinItsPage() {
        given().get("/q/swagger-ui")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")), containsString("swagger-ui-bundle.js"));
        given().get("/swagger/init.js").then().statusCode(200);
        given().get("/q/swagger-ui/swagger-ui-bundle.js").then().statusCode(200);
    }

    @Test
    void anEntityTagIsComparedAsTheStandardSays() {
        Response made = Api.organization("Tagged");
        String address = "/api/v1/organizations/" + made.path("id");
        String tag = given().get(address).header("ETag");
        for (String same : List.of(tag, "W/" + tag, "\"other\", W/" + tag, "*")) {
            given().header("If-None-Match", same)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag));
        }
        given().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
        given().header("If-None-Match", "unquoted")
                .get(address)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-header"));
        Api.operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "W/" + made.header("ETag"))
                .body("{}")
                .patch(address)
                .then()
                .statusCode(412);
    }

    @Test
    void whatNobodyServesIsNotFoundInAPageAndInAProblem() {
        assumeTrue(
                getClass().getResource("/META-INF/resources/index.html") != null, "Skipped: built with -DskipFrontend");
        for (String known : List.of("/organizations", "/convenings/conv_1", "/sign-in")) {
            given().header("Accept", "text/html")
                    .get(known)
                    .then()
                    .statusCode(200)
                    .contentType("text/html");
            given().header("Accept", "application/json").get(known).then().statusCode(404);
        }
        given().header("Accept", "text/html")
                .get("/nope")
                .then()
                .statusCode(404)
                .contentType("text/html");
        given().get("/nope").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aWrongKeyIsChallengedOnceAndNoRefusalIsKept() {
        Response refused = given().header("Authorization", "Bearer wrong").get(Api.BASE + "organizations");
        refused.then().statusCode(401).header("Cache-Control", "no-store");
        assertThat(refused.headers().getValues("WWW-Authenticate")).hasSize(1);
        Response none = given().get(Api.BASE + "me");
        none.then().statusCode(401);
        assertThat(none.headers().getValues("WWW-Authenticate")).hasSize(1);
    }

    @Test
    void whoAsksIsToldInTheOrderOfTheContractAndToNobodyElse() {
        Response me = Api.operator().get(Api.BASE + "me");
        me.then().statusCode(200).header("Cache-Control", "private, no-cache");
        assertThat(me.asString())
                .isEqualTo("{\"account\":null,\"via\":\"operator\",\"scopes\":[],\"idleEndsAt\":null,\"endsAt\":null}");
        Api.operator().get(Api.BASE + "me?x=1").then().statusCode(400);
    }
}
