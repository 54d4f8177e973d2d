package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** What every kind of record promises, run for each kind. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EveryKindTest {

    private static final String KINDS = "organizations, name\nconvenings, title";

    private static Response draft(String kind, String title, String name) {
        return Api.create(kind, Json.object().put(title, name));
    }

    private static Response published(String kind, String title, String name) {
        return kind.equals("organizations")
                ? Api.organization(name)
                : Api.convening(name, Api.organization("Its host").path("id"));
    }

    private static String unique(String words) {
        return words + " " + UUID.randomUUID();
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void whatIsMadeIsReadAgainAndADraftIsSeenByNobodyElse(String kind, String title) {
        Response made = draft(kind, title, "A draft");
        made.then().statusCode(201).header("Location", containsString(Api.BASE + kind + "/")).header("Change-Set", startsWith("cs_"));
        String id = made.path("id");
        Api.operator().get(Api.BASE + kind + "/" + id).then().statusCode(200).header("ETag", equalTo(made.header("ETag")));
        given().get(Api.BASE + kind + "/" + id).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void writingNeedsTheOperatorsKeyAndAWrongOneIsRefusedOnAReadToo(String kind, String title) {
        given().contentType("application/json").body("{}").post(Api.BASE + kind).then().statusCode(401);
        given().header("Authorization", "Bearer guess").get(Api.BASE + kind)
                .then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void allThatIsWrongWithABodyIsToldAtOnce(String kind, String title) {
        ObjectNode body = Json.object().put(title, " ").put("misspelt", 1).put("lifecycle", "published");
        body.put("city", 7).put("state", "ZZ");
        body.putArray("followsFrom").add("org_nowhere");
        Api.create(kind, body).then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("errors.pointer", hasItems(
                        "/" + title, "/misspelt", "/sources", "/city", "/state", "/followsFrom/0"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void whatIsNoJsonObjectIsMalformedAndNeverAFailure(String kind, String title) {
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of("", "null", "[]", "{\"a\":1", "{} x", "{\"a\":1,\"a\":2}", "[".repeat(100_000),
                "{\"a\":".repeat(500) + "1" + "}".repeat(500))) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'});
        bodies.add(new byte[] {(byte) 0xFF, (byte) 0xFE});
        for (byte[] body : bodies) {
            Api.operator().contentType("application/json").body(body).post(Api.BASE + kind).then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/malformed-body"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void brokenTextAndNumbersThatAreTooLongAreToldByTheirPointer(String kind, String title) {
        for (String value : List.of("\"a\\u0000b\"", "\"\\ud800\"", "\"a\\u202eb\"", "\"" + "x".repeat(301) + "\"", "1.9", "1e400", "9".repeat(2000))) {
            Api.operator().contentType("application/json").body("{\"" + title + "\":" + value + "}").post(Api.BASE + kind).then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/" + title));
        }
        draft(kind, title, "\uD83D\uDCDA".repeat(300)).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void aChangeNeedsTheVersionThatWasRead(String kind, String title) {
        Response made = draft(kind, title, "First");
        String address = Api.BASE + kind + "/" + made.path("id");
        String patch = "{\"" + title + "\":\"Second\"}";
        Api.operator().contentType("application/merge-patch+json").body(patch).patch(address).then().statusCode(428);
        Api.operator().contentType("application/merge-patch+json").header("If-Match", "unquoted").body(patch).patch(address)
                .then().statusCode(400);
        Api.patch(kind, made.path("id"), made.header("ETag"), patch).then().statusCode(200).body("version", equalTo(2));
        Api.patch(kind, made.path("id"), made.header("ETag"), patch).then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void aPatchThatChangesNothingMakesNoVersion(String kind, String title) {
        Response made = draft(kind, title, "Same");
        Api.patch(kind, made.path("id"), made.header("ETag"), "{\"" + title + "\":\"Same\"}").then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")))
                .header("Change-Set", nullValue());
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void whatWasReadCanBeSentBackWhole(String kind, String title) {
        Response made = published(kind, title, unique("Whole"));
        Response read = Api.operator().get(Api.BASE + kind + "/" + made.path("id"));
        Api.operator().contentType("application/json").header("If-Match", read.header("ETag")).body(read.asString())
                .put(Api.BASE + kind + "/" + made.path("id")).then().statusCode(200).body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void aRetryUnderOneKeyMakesOneRecord(String kind, String title) {
        String body = "{\"" + title + "\":\"Once\"}";
        String key = UUID.randomUUID().toString();
        List<String> ids = java.util.stream.IntStream.range(0, 8).parallel().mapToObj(i -> Api.operator()
                        .contentType("application/json").header("Idempotency-Key", key).body(body).post(Api.BASE + kind)
                        .then().statusCode(201).extract().<String>path("id"))
                .distinct().toList();
        assertThat(ids).hasSize(1);
        Api.operator().contentType("application/json").header("Idempotency-Key", key).body(body.replace("Once", "Twice"))
                .post(Api.BASE + kind).then().statusCode(422).body("type", equalTo("/problems/idempotency-mismatch"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void aWalkMeetsEachRecordOnceThereAndBack(String kind, String title) {
        String word = "walk" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 5; i++) {
            published(kind, title, word + " " + i);
        }
        String address = Api.BASE + kind + "?q=" + word + "&sort=" + (kind.equals("organizations") ? "city,-name" : "endsOn,-title") + "&limit=2";
        List<String> met = new ArrayList<>();
        String last = address;
        for (String at = address; at != null; ) {
            last = at;
            Response page = given().urlEncodingEnabled(false).get(at);
            page.then().statusCode(200);
            met.addAll(page.jsonPath().getList("items." + title));
            at = page.path("page.next");
        }
        assertThat(met).hasSize(5).doesNotHaveDuplicates();
        List<String> back = new ArrayList<>();
        for (String at = last; at != null; ) {
            Response page = given().urlEncodingEnabled(false).get(at);
            back.addAll(0, page.jsonPath().getList("items." + title));
            at = page.path("page.prev");
        }
        assertThat(back).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void anUnknownParameterIsRefusedByName(String kind, String title) {
        given().get(Api.BASE + kind + "?limt=3").then().statusCode(400).body("errors.parameter", hasItem("limt"));
        given().get(Api.BASE + kind + "?limit=ten").then().statusCode(400).body("errors.parameter", hasItem("limit"));
        given().get(Api.BASE + kind + "?after=bogus").then().statusCode(400).body("type", equalTo("/problems/invalid-cursor"));
        given().get(Api.BASE + kind + "?state=Texas").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void nothingNewIsToldByANotModified(String kind, String title) {
        Response made = published(kind, title, unique("Cached"));
        String address = Api.BASE + kind + "/" + made.path("id");
        String tag = given().get(address).header("ETag");
        given().header("If-None-Match", tag).get(address).then().statusCode(304);
        given().header("If-None-Match", "W/" + tag).get(address).then().statusCode(304);
        assertThat(tag).isNotEqualTo(made.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void aDeletedRecordIsGoneAndItsHistoryBringsItBack(String kind, String title) {
        Response made = published(kind, title, unique("Gone"));
        String address = Api.BASE + kind + "/" + made.path("id");
        Api.operator().header("If-Match", made.header("ETag")).delete(address).then().statusCode(204);
        given().get(address).then().statusCode(410).body("type", equalTo("/problems/gone"));
        Api.operator().post(address + "/history/1/restore").then().statusCode(200).body("version", equalTo(3));
        given().get(address).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void undoPutsBackUnlessSomeoneChangedItSince(String kind, String title) {
        Response made = draft(kind, title, "Before");
        Response changed = Api.patch(kind, made.path("id"), made.header("ETag"), "{\"" + title + "\":\"After\"}");
        Api.operator().post(Api.BASE + "change-sets/" + changed.header("Change-Set") + "/undo").then().statusCode(200);
        String address = Api.BASE + kind + "/" + made.path("id");
        Api.operator().get(address).then().body(title, equalTo("Before")).body("version", equalTo(3));
        Api.operator().get(address + "/history").then().body("items.version", equalTo(List.of(3, 2, 1)))
                .body("items[1].changes[0].before", equalTo("Before"));
        Api.operator().post(Api.BASE + "change-sets/" + changed.header("Change-Set") + "/undo").then()
                .statusCode(409)
                .body("type", equalTo("/problems/changed-since"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void noErrorShowsWhatTheServerIsMadeOf(String kind, String title) {
        for (String path : List.of(kind + "/abc", kind + "?sort=x", "nothing", kind + "/%00")) {
            given().urlEncodingEnabled(false).get(Api.BASE + path).then()
                    .statusCode(not(equalTo(500)))
                    .body(not(containsString("Exception")))
                    .body(not(containsString("io.quarkus")));
        }
    }
}
