package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;

/** What every kind of record promises to who writes it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WritingTest {

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatIsMadeIsReadAgainAndADraftIsSeenByNobodyElse(String kind, String title) {
        Response made = Api.draft(kind, title, "A draft");
        made.then()
                .statusCode(201)
                .header("Location", containsString(Api.BASE + kind + "/"))
                .header("Change-Set", startsWith("cs_"));
        String id = made.path("id");
        Api.operator()
                .get(Api.BASE + kind + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")));
        given().get(Api.BASE + kind + "/" + id).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void writingNeedsTheOperatorsKeyAndAWrongOneIsRefusedOnAReadToo(String kind, String title) {
        given().contentType("application/json")
                .body("{}")
                .post(Api.BASE + kind)
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer guess")
                .get(Api.BASE + kind)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aChangeNeedsTheVersionThatWasRead(String kind, String title) {
        Response made = Api.draft(kind, title, "First");
        String address = Api.BASE + kind + "/" + made.path("id");
        String patch = "{\"" + title + "\":\"Second\"}";
        Api.operator()
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(address)
                .then()
                .statusCode(428);
        Api.operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "unquoted")
                .body(patch)
                .patch(address)
                .then()
                .statusCode(400);
        Api.patch(kind, made.path("id"), made.header("ETag"), patch)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        Api.patch(kind, made.path("id"), made.header("ETag"), patch)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aPatchThatChangesNothingMakesNoVersion(String kind, String title) {
        Response made = Api.draft(kind, title, "Same");
        Api.patch(kind, made.path("id"), made.header("ETag"), "{\"" + title + "\":\"Same\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")))
                .header("Change-Set", nullValue());
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatWasReadCanBeSentBackWhole(String kind, String title) {
        Response made = Api.published(kind, title, Api.unique("Whole"));
        Response read = Api.operator().get(Api.BASE + kind + "/" + made.path("id"));
        Api.operator()
                .contentType("application/json")
                .header("If-Match", read.header("ETag"))
                .body(read.asString())
                .put(Api.BASE + kind + "/" + made.path("id"))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRetryUnderOneKeyMakesOneRecord(String kind, String title) {
        String body = "{\"" + title + "\":\"Once\"}";
        String key = UUID.randomUUID().toString();
        List<Response> answers = AtOnce.each(8, i -> Api.operator()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(Api.BASE + kind));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        Api.operator()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body.replace("Once", "Twice"))
                .post(Api.BASE + kind)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-mismatch"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aDeletedRecordIsGoneAndItsHistoryBringsItBack(String kind, String title) {
        Response made = Api.published(kind, title, Api.unique("Gone"));
        String address = Api.BASE + kind + "/" + made.path("id");
        Api.operator()
                .header("If-Match", made.header("ETag"))
                .delete(address)
                .then()
                .statusCode(204);
        given().get(address).then().statusCode(410).body("type", equalTo("/problems/gone"));
        Api.operator()
                .post(address + "/history/1/restore")
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
        given().get(address).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void undoPutsBackUnlessSomeoneChangedItSince(String kind, String title) {
        Response made = Api.draft(kind, title, "Before");
        Response changed = Api.patch(kind, made.path("id"), made.header("ETag"), "{\"" + title + "\":\"After\"}");
        Api.operator()
                .post(Api.BASE + "change-sets/" + changed.header("Change-Set") + "/undo")
                .then()
                .statusCode(200);
        String address = Api.BASE + kind + "/" + made.path("id");
        Api.operator().get(address).then().body(title, equalTo("Before")).body("version", equalTo(3));
        Api.operator()
                .get(address + "/history")
                .then()
                .body("items.version", equalTo(List.of(3, 2, 1)))
                .body("items[1].changes[0].before", equalTo("Before"));
        Api.operator()
                .post(Api.BASE + "change-sets/" + changed.header("Change-Set") + "/undo")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/changed-since"));
    }
}
