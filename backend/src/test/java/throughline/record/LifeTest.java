package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** A record's life: drafted, published, withdrawn, deleted, brought back; and the status that it moves through. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LifeTest {

    private static final Map<String, List<String>> LIFECYCLE = Map.of(
            "draft", List.of("published"),
            "published", List.of("draft", "withdrawn"),
            "withdrawn", List.of("published"));

    private static final Map<String, List<String>> CONVENING = Map.of(
            "planned", List.of("cancelled", "held"),
            "held", List.of("reported"),
            "reported", List.of("held"),
            "cancelled", List.of("planned"));

    /** A record of either kind that has all that publishing needs. */
    private static Response made(String kind, String title, String lifecycle) {
        ObjectNode body = Api.published(title, Api.unique("Living")).put("lifecycle", lifecycle);
        if (kind.equals("organizations")) {
            body.put("sector", "other");
        } else {
            body.put("startsOn", "2013-06-06").put("status", "held");
            body.putArray("hosts").add(Api.organization("Host").<String>path("id"));
        }
        Response made = Api.create(kind, body);
        made.then().statusCode(201).body("lifecycle", equalTo(lifecycle));
        return made;
    }

    private static Response move(String kind, Response record, String field, String to) {
        String value = to == null ? "null" : "\"" + to + "\"";
        return Api.patch(kind, record.path("id"), "*", "{\"" + field + "\":" + value + "}");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void itsLifecycleMovesAsItMayAndARefusedMoveNamesTheOpenOnes(String kind, String title) {
        for (String from : LIFECYCLE.keySet()) {
            for (String to : LIFECYCLE.keySet()) {
                Response moved = move(kind, made(kind, title, from), "lifecycle", to);
                assertMoved(moved, from, to, LIFECYCLE, "lifecycle");
            }
        }
    }

    @Test
    void aConveningsStatusMovesAsItMayAndARefusedMoveNamesTheOpenOnes() {
        for (String from : CONVENING.keySet()) {
            for (String to : CONVENING.keySet()) {
                Response made = Api.create(
                        "convenings", Json.object().put("title", "Moving").put("status", from));
                assertMoved(move("convenings", made, "status", to), from, to, CONVENING, "status");
            }
        }
    }

    private static void assertMoved(
            Response moved, String from, String to, Map<String, List<String>> moves, String field) {
        if (from.equals(to) || moves.get(from).contains(to)) {
            moved.then().statusCode(200).body(field, equalTo(to)).body("version", equalTo(from.equals(to) ? 1 : 2));
        } else {
            moved.then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/status-move"))
                    .body("moves.sort()", equalTo(moves.get(from)))
                    .body("errors[0].pointer", equalTo("/" + field))
                    .body("errors[0].code", equalTo("status-move"));
        }
    }

    @Test
    void fromNoStatusEachIsOpenAndBackToNoneIsForDraftsAlone() {
        for (String to : CONVENING.keySet()) {
            Response made = Api.draft("convenings", "title", "No status yet");
            move("convenings", made, "status", to).then().statusCode(200);
            move("convenings", made, "status", null).then().statusCode(200);
        }
        move("convenings", made("convenings", "title", "published"), "status", null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/status"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whoDoesNotSayMakesADraftAndPublishingNeedsASourceAndTheEssentials(String kind, String title) {
        Response made = Api.draft(kind, title, "Bare");
        made.then().body("lifecycle", equalTo("draft")).body("origin", equalTo("sourced"));
        String[] needed = kind.equals("organizations")
                ? new String[] {"/sector", "/sources"}
                : new String[] {"/startsOn", "/status", "/hosts", "/sources"};
        move(kind, made, "lifecycle", "published").then().statusCode(422).body("errors.pointer", hasItems(needed));
        Response whole = made(kind, title, "draft");
        Api.patch(
                        kind,
                        whole.path("id"),
                        "*",
                        "{\"sources\":[],\"origin\":\"illustrative\",\"lifecycle\":\"published\"}")
                .then()
                .statusCode(200);
        Api.patch(kind, whole.path("id"), "*", "{\"origin\":\"sourced\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/sources")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatIsWithdrawnIsReadAndReferredToAndOutOfLists(String kind, String title) {
        Response made = made(kind, title, "published");
        move(kind, made, "lifecycle", "withdrawn").then().statusCode(200);
        String address = Api.BASE + kind + "/" + made.path("id");
        given().get(address).then().statusCode(200).body("lifecycle", equalTo("withdrawn"));
        given().get(Api.BASE + kind + "?id=" + made.path("id")).then().body("items.size()", equalTo(0));
        ObjectNode follower = Api.published("name", "Follower").put("sector", "other");
        follower.putArray("followsFrom").add(made.<String>path("id"));
        Api.create("organizations", follower).then().statusCode(201);
        Api.operator().header("If-Match", "*").delete(address).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatADraftAloneNamesMayGoAndStaysReadableThereUntilItsNextWrite(String kind, String title) {
        Response made = made(kind, title, "published");
        ObjectNode body = Json.object().put("name", "A draft that names it");
        body.putArray("followsFrom").add(made.<String>path("id"));
        Response draft = Api.create("organizations", body);
        Api.operator()
                .header("If-Match", "*")
                .delete(Api.BASE + kind + "/" + made.path("id"))
                .then()
                .statusCode(204);
        Api.operator()
                .get(Api.BASE + "organizations/" + draft.path("id"))
                .then()
                .statusCode(200)
                .body("followsFrom[0].title", equalTo(made.path(title)));
        Api.patch("organizations", draft.path("id"), "*", "{\"city\":\"Anywhere\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/followsFrom/0"))
                .body("errors[0].code", equalTo("unknown-reference"));
        Api.patch("organizations", draft.path("id"), "*", "{\"followsFrom\":[]}")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatPublicRecordsNameStaysPublic(String kind, String title) {
        Response made = made(kind, title, "published");
        ObjectNode body = Api.published("name", "Names it").put("sector", "other");
        body.putArray("followsFrom").add(made.<String>path("id"));
        Response owner = Api.create("organizations", body);
        for (Response refused : List.of(
                move(kind, made, "lifecycle", "draft"),
                Api.operator().header("If-Match", "*").delete(Api.BASE + kind + "/" + made.path("id")))) {
            refused.then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/in-use"))
                    .body("records.id", equalTo(List.of(owner.<String>path("id"))));
        }
        given().get(Api.BASE + kind + "/" + made.path("id")).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void anEarlierVersionIsRestoredWhateverItsStatusWas(String kind, String title) {
        Response made = made(kind, title, "draft");
        String versions = Api.BASE + kind + "/" + made.path("id") + "/history/";
        Response published = move(kind, made, "lifecycle", "published");
        Response withdrawn = move(kind, made, "lifecycle", "withdrawn");
        restore(versions + 1, published.header("ETag")).then().statusCode(412);
        Api.operator().post(versions + "1/restore").then().statusCode(428);
        Api.operator().post(versions + "1/restore?x=1").then().statusCode(400);
        restore(versions + 9, withdrawn.header("ETag")).then().statusCode(404);
        restore(versions + "x", withdrawn.header("ETag")).then().statusCode(404);
        Response restored = restore(versions + 1, withdrawn.header("ETag"));
        restored.then()
                .statusCode(200)
                .body("lifecycle", equalTo("draft"))
                .body("version", equalTo(4))
                .body("createdAt", equalTo(made.path("createdAt")));
        restore(versions + 1, restored.header("ETag"))
                .then()
                .statusCode(200)
                .body("version", equalTo(4))
                .header("ETag", equalTo(restored.header("ETag")));
        Api.operator().get(versions.substring(0, versions.length() - 1)).then().body("items[0].op", equalTo("restore"));
    }

    private static Response restore(String version, String tag) {
        return Api.operator().header("If-Match", tag).post(version + "/restore");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aDeletedRecordIsGoneForEveryWriteAndIsRevivedOnce(String kind, String title) {
        Response made = made(kind, title, "published");
        String address = Api.BASE + kind + "/" + made.path("id");
        Api.operator().header("If-Match", "*").delete(address).then().statusCode(204);
        move(kind, made, title, "Too late")
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/gone"))
                .body("records.id", hasItem(made.<String>path("id")));
        Api.operator().post(address + "/history/2/restore").then().statusCode(404);
        List<Integer> statuses = AtOnce.each(
                2, i -> Api.operator().post(address + "/history/1/restore").statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        Api.operator()
                .post(address + "/history/1/restore")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/status-move"))
                .body("records.id", hasItem(made.<String>path("id")));
        given().get(address).then().statusCode(200).body("version", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRevivedRecordIsCheckedAgainstWhatHasBecomeOfOthers(String kind, String title) {
        Response source = Api.organization("Gone meanwhile");
        ObjectNode body = Json.object().put(title, "Names it");
        body.putArray("followsFrom").add(source.<String>path("id"));
        Response made = Api.create(kind, body);
        String address = Api.BASE + kind + "/" + made.path("id");
        Api.operator().header("If-Match", "*").delete(address).then().statusCode(204);
        Api.operator()
                .header("If-Match", "*")
                .delete(Api.BASE + "organizations/" + source.path("id"))
                .then()
                .statusCode(204);
        Api.operator()
                .post(address + "/history/1/restore")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/followsFrom/0"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatADeletedRecordWasCalledAsADraftIsToldToNobody(String kind, String title) {
        String id = Api.published(kind, title, "Publicly so called").path("id");
        Api.patch(kind, id, "*", "{\"lifecycle\":\"draft\"}").then().statusCode(200);
        Api.patch(kind, id, "*", "{\"" + title + "\":\"Confidential\"}").then().statusCode(200);
        Api.operator()
                .header("If-Match", "*")
                .delete(Api.BASE + kind + "/" + id)
                .then()
                .statusCode(204);
        for (String around : List.of("", "/references", "/history", "/history/1")) {
            given().get(Api.BASE + kind + "/" + id + around)
                    .then()
                    .statusCode(410)
                    .body(not(containsString("Confidential")))
                    .body("records[0].title", startsWith("Publicly so called"));
        }
    }
}
