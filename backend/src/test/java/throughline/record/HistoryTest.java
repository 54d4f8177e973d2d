package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** What a record was, what each version changed, and how much of that anyone may see. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HistoryTest {

    private static void patch(String kind, String id, String body) {
        Api.patch(kind, id, "*", body).then().statusCode(200);
    }

    private static String history(String kind, String id) {
        return Api.BASE + kind + "/" + id + "/history";
    }

    /** Each change as pointer, before and after. */
    private static List<String> changes(Response history, int item) {
        List<String> told = new ArrayList<>();
        for (Map<String, Object> change :
                history.jsonPath().<Map<String, Object>>getList("items[" + item + "].changes")) {
            told.add(change.get("pointer") + ": " + change.get("before") + " > " + change.get("after"));
        }
        return told;
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void eachVersionTellsWhatItChangedAndToThePublicNeitherWhoNorWhichChangeSet(String kind, String title) {
        Response made = Api.published(kind, title, "First");
        String id = made.path("id");
        Api.operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .header("Change-Reason", "Its%20new%20name")
                .body("{\"" + title + "\":\"Second\",\"city\":\"Ames\"}")
                .patch(Api.BASE + kind + "/" + id)
                .then()
                .statusCode(200);
        Response told = given().get(history(kind, id));
        told.then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)))
                .body("items.op", equalTo(List.of("update", "create")))
                .body("items[0].by", equalTo(Map.of("role", "operator")))
                .body("items[0].reason", equalTo("Its new name"))
                .body("items[0].via", equalTo("api"))
                .body("items[0].seq", notNullValue())
                .body("items[1].changes", empty())
                .body("page.next", nullValue())
                .body("page.prev", nullValue());
        assertThat(told.jsonPath().getMap("items[0]").keySet())
                .containsExactly("version", "seq", "at", "op", "by", "via", "reason", "changes");
        assertThat(changes(told, 0)).containsExactlyInAnyOrder("/" + title + ": First > Second", "/city: null > Ames");
        Response whole = Api.operator().get(history(kind, id));
        assertThat(whole.jsonPath().getMap("items[0]").keySet())
                .containsExactly("version", "seq", "at", "op", "by", "via", "reason", "changeSet", "changes");
        whole.then()
                .body("items[1].changeSet", startsWith("cs_"))
                .header("Cache-Control", equalTo("private, no-cache"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aHistoryIsPagedBothWays(String kind, String title) {
        String id = Api.published(kind, title, "Version 1").path("id");
        for (int i = 2; i <= 8; i++) {
            patch(kind, id, "{\"" + title + "\":\"Version " + i + "\"}");
            // Of no concern to the public.
            patch(kind, id, "{\"review\":{\"note\":\"Seen " + i + "\"}}");
        }
        List<Integer> all = new ArrayList<>();
        List<Integer> open = new ArrayList<>(List.of(14, 12, 10, 8, 6, 4, 2, 1));
        for (int version = 15; version > 0; version--) {
            all.add(version);
        }
        for (int limit : List.of(1, 3, 8)) {
            String address = history(kind, id) + "?limit=" + limit;
            assertThat(Walks.forward(address, "version")).as("limit " + limit).isEqualTo(open);
            String last = address;
            for (String next = address; next != null; next = Walks.page(next).path("page.next")) {
                last = next;
            }
            assertThat(Walks.back(last, "version")).as("limit " + limit).isEqualTo(open);
        }
        Response page = Api.operator().get(history(kind, id) + "?limit=4");
        List<Integer> met = new ArrayList<>(page.jsonPath().getList("items.version"));
        for (String next = page.path("page.next"); next != null; ) {
            page = Api.operator().urlEncodingEnabled(false).get(next);
            assertThat(changes(page, 0)).allMatch(change -> page(change, title));
            met.addAll(page.jsonPath().getList("items.version"));
            next = page.path("page.next");
        }
        assertThat(met).isEqualTo(all);
        given().get(history(kind, id) + "?after=bogus")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        given().get(history(kind, id) + "?row=3").then().statusCode(400);
    }

    private static boolean page(String change, String title) {
        return change.startsWith("/" + title) || change.startsWith("/review/note");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void theRecordIsReadAsItWas(String kind, String title) {
        Response made = Api.draft(kind, title, "Sketch");
        String id = made.path("id");
        patch(kind, id, Api.body(kind, title, "Public").toString());
        patch(kind, id, "{\"" + title + "\":\"Newer\"}");
        given().get(history(kind, id) + "/2")
                .then()
                .statusCode(200)
                .body(title, equalTo("Public"))
                .body("version", equalTo(2))
                .body("etag", startsWith("\"" + id + ".2"))
                .body("review", nullValue());
        // What was a draft then is nobody's business.
        given().get(history(kind, id) + "/1").then().statusCode(404);
        given().get(history(kind, id))
                .then()
                .body("items.version", equalTo(List.of(3, 2)))
                .body("items[1].changes", empty());
        Api.operator().get(history(kind, id) + "/1").then().statusCode(200).body(title, equalTo("Sketch"));
        for (String none : List.of("4", "0", "-1", "x", "99999999999")) {
            given().get(history(kind, id) + "/" + none).then().statusCode(404);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatWasDeletedHasAHistoryForEditorsAndNoneForOthers(String kind, String title) {
        String id = Api.published(kind, title, "Gone").path("id");
        Api.operator()
                .header("If-Match", "*")
                .delete(Api.BASE + kind + "/" + id)
                .then()
                .statusCode(204);
        given().get(history(kind, id)).then().statusCode(410);
        Api.operator()
                .get(history(kind, id))
                .then()
                .statusCode(200)
                .body("items.op", equalTo(List.of("delete", "create")))
                .body("items[0].changes", empty());
        Api.operator().post(history(kind, id) + "/1/restore").then().statusCode(200);
        Response restored = Api.operator().get(history(kind, id));
        restored.then().body("items.op", equalTo(List.of("restore", "delete", "create")));
        given().get(history(kind, id) + "/1").then().statusCode(200);
        String draft = Api.draft(kind, title, "Never seen").path("id");
        given().get(history(kind, draft)).then().statusCode(404);
        given().get(history(kind, draft) + "/1").then().statusCode(404);
    }

    @Test
    void itemsWithIdsAreComparedOneByOneAndOtherListsWhole() {
        String host = Api.organization("Host").path("id");
        ObjectNode body =
                Api.published("title", "Compared").put("startsOn", "2013-06-06").put("status", "held");
        body.putArray("hosts").add(host);
        body.putArray("sessions").addObject().put("title", "One");
        body.withArray("sessions").addObject().put("title", "Two");
        body.putArray("tags").add("before");
        Response made = Api.create("convenings", body);
        String id = made.path("id");
        String two = made.path("sessions[1].id");
        String other = Api.organization("Other").path("id");
        // A rename of the host is no change of the convening.
        patch("organizations", host, "{\"name\":\"Renamed\"}");
        patch(
                "convenings",
                id,
                "{\"tags\":[\"after\"],\"hosts\":[\"" + host + "\",\"" + other
                        + "\"],\"sessions\":[{\"title\":\"New\"},{\"id\":\"" + two + "\",\"title\":\"Two, moved\"}]}");
        Response told = given().get(history("convenings", id));
        List<String> pointers = told.jsonPath().getList("items[0].changes.pointer");
        assertThat(pointers)
                .containsExactlyInAnyOrder("/tags", "/hosts/1", "/sessions/0", "/sessions/1/title", "/sessions/0");
        told.then()
                .body("items[0].changes.find { it.pointer == '/sessions/1/title' }.before", equalTo("Two"))
                .body("items[0].changes.find { it.pointer == '/hosts/1' }.before", nullValue())
                .body("items[0].changes.find { it.pointer == '/hosts/1' }.after.title", equalTo("Other"))
                .body("items[0].changes.find { it.pointer == '/tags' }.after", equalTo(List.of("after")));
    }

    @Test
    void thePastShowsOfParticipantsThoseAloneWhoAreListedToday() {
        ObjectNode body = Api.body("convenings", "title", "Attended");
        body.putArray("participants")
                .addObject()
                .put("name", "Stays listed")
                .put("listed", true)
                .put("email", "canary@example.org");
        body.withArray("participants").addObject().put("name", "Took it back").put("listed", true);
        body.withArray("participants").addObject().put("name", "Never listed");
        Response made = Api.create("convenings", body);
        String id = made.path("id");
        ObjectNode now = Json.read(made.asString());
        var participants = (ArrayNode) now.path("participants");
        ((ObjectNode) participants.get(1)).put("listed", false);
        // With the tag of what shows them: under any other, those who are not listed stay as they are.
        Api.patch(
                "convenings",
                id,
                made.header("ETag"),
                Json.object().set("participants", participants).toString());
        patch("convenings", id, "{\"summary\":\"Later\"}");
        Response told = given().get(history("convenings", id));
        // That someone is no longer listed is itself nothing that the public learns.
        told.then().body("items.version", equalTo(List.of(3, 1)));
        for (String address : List.of("", "/1", "/2", "/3")) {
            assertThat(given().get(history("convenings", id) + address).asString())
                    .doesNotContain("Took it back", "Never listed", "canary", "consentOn", "\"listed\"");
        }
        given().get(history("convenings", id) + "/1")
                .then()
                .body("participants.name", equalTo(List.of("Stays listed")));
        Api.operator().get(history("convenings", id) + "/1").then().body("participants.size()", equalTo(3));
        assertThat(changes(Api.operator().get(history("convenings", id)), 1))
                .containsExactly("/participants/1/listed: true > false");
    }

    @Test
    void aVersionThatTheListLeavesOutIsNoneByItsNumberEither() {
        String id = Api.organization("Reviewed").path("id");
        patch("organizations", id, "{\"review\":{\"state\":\"submitted\"}}");
        given().get(history("organizations", id)).then().body("items.version", equalTo(List.of(1)));
        given().get(history("organizations", id) + "/2").then().statusCode(404);
        Api.operator().get(history("organizations", id) + "/2").then().statusCode(200);
    }
}
