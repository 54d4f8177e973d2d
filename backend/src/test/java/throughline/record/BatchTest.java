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
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** Many records in one request: all of them or none, and every refusal at once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BatchTest {

    @Inject
    StoredDocuments documents;

    private static ObjectNode set(String field, String value) {
        return Json.object().put(field, value);
    }

    private static ObjectNode publish() {
        ObjectNode body = set("lifecycle", "published");
        body.putArray("sources").addObject().put("title", "A source");
        return body;
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void recordsAreMadeChangedAndDeletedInOneChangeSet(String plural, String title) {
        long seq = documents.seq();
        Response changed = Api.draft(plural, title, "To be changed");
        Response deleted = Api.draft(plural, title, "To be deleted");
        Response same = Api.draft(plural, title, "Same");
        String kind = changed.path("kind");
        Response done = new Operations()
                .create(kind, set(title, "New"))
                .patch(changed, set(title, "Changed"))
                .delete(deleted)
                .patch(same, set(title, "Same"))
                .send();
        done.then()
                .statusCode(200)
                .header("Change-Set", equalTo(done.<String>path("changeSet")))
                .body("items.op", equalTo(List.of("create", "patch", "delete", "patch")))
                .body("items.kind", equalTo(List.of(kind, kind, kind, kind)))
                .body("items.version", equalTo(List.of(1, 2, 2, 1)))
                .body("items[2].etag", nullValue())
                .body("items[3].seq", equalTo(same.path("seq")))
                .body("items[3].etag", equalTo(same.path("etag")));
        documents.areWhatTheTablesMake(seq);
        Api.operator()
                .get(Api.BASE + "change-sets/" + done.path("changeSet"))
                .then()
                .body("label", equalTo("Many at once"))
                .body("via", equalTo("batch"))
                .body("records.op", equalTo(List.of("create", "update", "delete")));
        Api.patch(plural, done.path("items[1].id"), done.path("items[1].etag"), "{\"" + title + "\":\"Again\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void aConveningAndItsHostsArePublishedTogether() {
        Response host = Api.draft("organizations", "name", "A host");
        ObjectNode body =
                set("title", "A convening").put("startsOn", "2013-06-06").put("status", "held");
        body.putArray("hosts").add(host.<String>path("id"));
        Response convening = Api.create("convenings", body);
        new Operations().patch(convening, publish()).send().then().statusCode(409);
        Response done = new Operations()
                .patch(convening, publish())
                .patch(host, publish().put("sector", "other"))
                .send();
        done.then().statusCode(200);
        given().get(Api.BASE + "convenings/" + convening.path("id"))
                .then()
                .statusCode(200)
                .body("hosts[0].title", equalTo("A host"));
        Api.operator()
                .post(Api.BASE + "change-sets/" + done.path("changeSet") + "/undo")
                .then()
                .statusCode(200);
        given().get(Api.BASE + "organizations/" + host.path("id")).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void allRefusalsAreToldAtTheirOperationsAndNothingIsWritten(String plural, String title) {
        Response fine = Api.draft(plural, title, "Fine");
        Response stale = Api.draft(plural, title, "Stale");
        Api.patch(plural, stale.path("id"), "*", "{\"" + title + "\":\"Newer\"}");
        Response gone = Api.draft(plural, title, "Gone");
        Api.operator().header("If-Match", "*").delete(Api.BASE + plural + "/" + gone.path("id"));
        Response used = Api.organization("Used");
        Api.convening("Uses it", used.path("id"));
        Response withdrawn = Api.published(plural, title, Api.unique("Withdrawn"));
        Response now = Api.patch(plural, withdrawn.path("id"), "*", "{\"lifecycle\":\"withdrawn\"}");
        Response refused = new Operations()
                .patch(fine, set(title, "Not kept"))
                .patch(stale, set(title, "Lost"))
                .delete(gone)
                .patch(fine, set(title, "Twice"))
                .create(fine.path("kind"), set("misspelt", "x"))
                .delete(used)
                .patch(now, set("lifecycle", "draft"))
                .send();
        refused.then()
                .statusCode(410)
                .body("type", equalTo("/problems/gone"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        hasItems(
                                "/operations/1/ifMatch stale-version",
                                "/operations/2 gone",
                                "/operations/3/id duplicate",
                                "/operations/4/body/" + title + " required",
                                "/operations/4/body/misspelt unknown",
                                "/operations/5 in-use",
                                "/operations/6/body/lifecycle status-move"));
        assertThat(refused.<List<Object>>path("errors")).hasSize(7);
        Api.operator()
                .get(Api.BASE + plural + "/" + fine.path("id"))
                .then()
                .body(title, equalTo("Fine"))
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void anOperationSaysWhatItDoesToWhat(String plural, String title) {
        Response made = Api.draft(plural, title, "Asked of");
        String operations = """
                [7, {"op":"merge","kind":"need","id":7,"extra":1},
                {"op":"patch","kind":"KIND","id":"ID","body":{}},
                {"op":"patch","kind":"KIND","id":"ID","ifMatch":"unquoted","body":{}},
                {"op":"delete","kind":"KIND","ifMatch":"*","body":{}},
                {"op":"create","kind":"KIND","id":"ID","ifMatch":"*","body":[]}]""".replace("KIND", made.path("kind")).replace("ID", made.path("id"));
        Operations.send("{\"operations\":" + operations + ",\"label\":5,\"dryRun\":true}")
                .then()
                .statusCode(428)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        hasItems(
                                "/label type",
                                "/dryRun unknown",
                                "/operations/0 type",
                                "/operations/1/op unknown-code",
                                "/operations/1/kind unknown-code",
                                "/operations/1/id type",
                                "/operations/1/extra unknown",
                                "/operations/2/ifMatch version-required",
                                "/operations/3/ifMatch format",
                                "/operations/4/id required",
                                "/operations/4/body unknown",
                                "/operations/5/id read-only",
                                "/operations/5/ifMatch unknown",
                                "/operations/5/body type"));
    }

    @Test
    void aBatchIsNeitherEmptyNorMalformedNorTooLong() {
        for (String broken : List.of("", "[]", "{\"operations\":", "{\"label\":\"a\",\"label\":\"b\"}")) {
            Operations.send(broken).then().statusCode(400).body("type", equalTo("/problems/malformed-body"));
        }
        for (String none : List.of("{}", "{\"operations\":[]}", "{\"operations\":null}")) {
            Operations.send(none)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/operations"))
                    .body("errors[0].code", equalTo("required"));
        }
        Operations.send("{\"operations\":{}}").then().statusCode(422).body("errors[0].code", equalTo("type"));
        Operations many = new Operations();
        for (int i = 0; i <= 1000; i++) {
            many.create("organization", set("name", "One of too many"));
        }
        many.send().then().statusCode(422).body("errors[0].code", equalTo("too-many"));
        given().contentType("application/json")
                .body("{")
                .post(Api.BASE + "batches")
                .then()
                .statusCode(401);
        Api.operator()
                .contentType("application/json")
                .body("{")
                .post(Api.BASE + "batches?x=1")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void aThousandLargeRecordsAreWrittenAtOnce() {
        Operations many = new Operations();
        for (int i = 0; i < 1000; i++) {
            many.create("organization", set("name", "Large " + i).put("description", "word ".repeat(1000)));
        }
        Response done = many.send();
        done.then().statusCode(200).body("items.size()", equalTo(1000));
        List<String> ids = done.path("items.id");
        Operations deletions = new Operations();
        for (int i = 0; i < 1000; i++) {
            deletions.delete("organization", ids.get(i), "*");
        }
        deletions.send().then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRetriedBatchIsWrittenOnce(String plural, String title) {
        Response made = Api.draft(plural, title, "Retried");
        String batch = new Operations()
                .create(made.path("kind"), set(title, "Once"))
                .patch(made, set(title, "Changed once"))
                .json();
        String key = UUID.randomUUID().toString();
        List<Response> answers = AtOnce.each(4, i -> Api.operator()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(batch)
                .post(Api.BASE + "batches"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
    }

    @Test
    void identifiersChangePlacesInOneBatchAndAreClaimedByOneAlone() {
        Response one = Api.create("organizations", identified("BA0001"));
        Response other = Api.create("organizations", identified("BA0002"));
        new Operations()
                .patch(one, identified("BA0002"))
                .patch(other, identified("BA0001"))
                .send()
                .then()
                .statusCode(200);
        Api.operator()
                .get(Api.BASE + "organizations/" + other.path("id"))
                .then()
                .body("identifiers.value", equalTo(List.of("BA0001")));
        new Operations()
                .create("organization", identified("BA0003"))
                .create("organization", identified("BA0003"))
                .patch(one, "*", identified("BA0001"))
                .send()
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate-identifier"))
                .body(
                        "errors.pointer",
                        hasItems("/operations/1/body/identifiers/0/value", "/operations/2/body/identifiers/0/value"))
                .body("records.id", hasItem(other.<String>path("id")));
    }

    private static ObjectNode identified(String fscs) {
        ObjectNode body = set("name", "Known as " + fscs);
        body.putArray("identifiers").addObject().put("scheme", "fscs").put("value", fscs);
        return body;
    }
}
