package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** What a body leaves out, and the parts of a record that have ids of their own. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PartsTest {

    private static Response put(String kind, Response read, ObjectNode body) {
        return Api.operator()
                .contentType("application/json")
                .header("If-Match", read.header("ETag"))
                .body(Json.write(body))
                .put(Api.BASE + kind + "/" + read.path("id"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatAPutLeavesOutIsAsInAPostButForWhatStays(String kind, String title) {
        ObjectNode body = Json.object()
                .put(title, "All of it")
                .put("city", "Phoenix")
                .put("origin", "illustrative")
                .put("lifecycle", "published");
        body.putArray("tags").add("one");
        body.putObject("review").put("state", "submitted").put("note", "Please");
        if (kind.equals("organizations")) {
            body.put("sector", "other");
        } else {
            body.put("startsOn", "2013-06-06").put("status", "held");
            body.putArray("hosts").add(Api.organization("Host").<String>path("id"));
        }
        Response made = Api.create(kind, body);
        made.then().statusCode(201);
        ObjectNode less = body.deepCopy().putNull("tags");
        less.remove(List.of("city", "origin", "lifecycle", "review"));
        put(kind, made, less)
                .then()
                .statusCode(200)
                .body("city", nullValue())
                .body("tags", equalTo(List.of()))
                .body("origin", equalTo("illustrative"))
                .body("lifecycle", equalTo("published"))
                .body("review.state", equalTo("submitted"))
                .body("review.note", equalTo("Please"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aReferenceIsWrittenAsAnIdAnObjectOrTheWholeThatWasRead(String kind, String title) {
        Response named = Api.organization("Named thrice");
        String id = named.path("id");
        for (String reference : List.of(
                "\"" + id + "\"",
                "{\"id\":\"" + id + "\"}",
                "{\"id\":\"" + id + "\",\"kind\":\"other\",\"title\":\"Old\",\"origin\":\"x\",\"on\":\"2013\"}")) {
            Api.operator()
                    .contentType("application/json")
                    .body("{\"" + title + "\":\"Refers\",\"followsFrom\":[" + reference + "]}")
                    .post(Api.BASE + kind)
                    .then()
                    .statusCode(201)
                    .body("followsFrom[0].kind", equalTo("organization"))
                    .body("followsFrom[0].title", equalTo("Named thrice"));
        }
    }

    private static Response withParts() {
        ObjectNode body = Json.object().put("title", "With parts").put("timeZone", "America/New_York");
        for (String session : List.of("First", "Second", "Third")) {
            body.withArray("sessions").addObject().put("title", session).put("theme", "Theme of " + session);
        }
        body.putArray("participants").addObject().put("name", "Ada").put("note", "Private");
        Response made = Api.create("convenings", body);
        made.then().statusCode(201);
        return made;
    }

    @Test
    void aPartWithAKnownIdIsThatPartOneWithoutIsNewAndOneLeftOutIsDeleted() {
        Response made = withParts();
        List<String> ids = made.path("sessions.id");
        ObjectNode patch = Json.object();
        var sessions = patch.putArray("sessions");
        sessions.addObject().put("id", ids.get(2)).put("title", "Third, now first");
        sessions.addObject().put("title", "New");
        sessions.addObject().put("id", ids.get(0)).put("title", "First");
        Response changed = Api.patch("convenings", made.path("id"), made.header("ETag"), Json.write(patch));
        changed.then()
                .statusCode(200)
                .body("sessions.title", equalTo(List.of("Third, now first", "New", "First")))
                .body("sessions[0].theme", nullValue())
                .body("participants.name", equalTo(List.of("Ada")));
        List<String> now = changed.path("sessions.id");
        assertThat(List.of(now.get(0), now.get(2))).isEqualTo(List.of(ids.get(2), ids.get(0)));
        assertThat(ids).doesNotContain(now.get(1));
        Api.operator()
                .post(Api.BASE + "change-sets/" + changed.header("Change-Set") + "/undo")
                .then()
                .statusCode(200);
        Api.operator()
                .get(Api.BASE + "convenings/" + made.path("id"))
                .then()
                .body("sessions.id", equalTo(ids))
                .body("sessions[2].theme", equalTo("Theme of Third"));
    }

    @Test
    void anUnknownOrRepeatedIdOfAPartIsRefused() {
        Response made = withParts();
        String known = made.path("sessions[0].id");
        String patch = "{\"sessions\":[{\"id\":\"sess_" + "0".repeat(26) + "\",\"title\":\"A\"},{\"id\":\"" + known
                + "\",\"title\":\"B\"},{\"id\":\"" + known + "\",\"title\":\"C\"},{\"id\":7,\"title\":\"D\"}]}";
        Api.patch("convenings", made.path("id"), "*", patch)
                .then()
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        hasItems(
                                "/sessions/0/id unknown-reference",
                                "/sessions/2/id duplicate",
                                "/sessions/3/id unknown-reference"));
        Api.operator()
                .contentType("application/json")
                .body("{\"title\":\"Copies an id\",\"sessions\":[{\"id\":\"" + known + "\",\"title\":\"A\"}]}")
                .post(Api.BASE + "convenings")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sessions/0/id"));
    }

    @Test
    void aPartsRequiredMembersAreAskedForAtTheirPlaces() {
        Api.operator()
                .contentType("application/json")
                .body(
                        "{\"title\":\"Incomplete\",\"sessions\":[{\"theme\":\"x\"}],\"participants\":[{\"role\":\"speaker\"}],"
                                + "\"sources\":[{\"url\":\"https://example.org/\"}],\"figures\":[{\"unit\":\"people\"}]}")
                .post(Api.BASE + "convenings")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/sessions/0/title",
                                "/participants/0/name",
                                "/sources/0/title",
                                "/figures/0/measure",
                                "/figures/0/value"));
    }

    @Test
    void aPutWithoutParticipantsLeavesThemAndPrivateChangesMakeAVersionThatThePublicDoesNotSee() {
        Response made = withParts();
        put("convenings", made, Json.object().put("title", "Shorter"))
                .then()
                .statusCode(200)
                .body("sessions.size()", equalTo(0))
                .body("participants[0].note", equalTo("Private"));
        Response published = Api.convening("Published", Api.organization("Host").path("id"));
        Response noted = Api.patch(
                "convenings", published.path("id"), "*", "{\"review\":{\"state\":\"returned\",\"note\":\"Secret\"}}");
        noted.then().statusCode(200).body("version", equalTo(2));
        Response seen = given().get(Api.BASE + "convenings/" + published.path("id"));
        assertThat(seen.<Integer>path("version")).isEqualTo(2);
        assertThat(seen.<Integer>path("seq")).isEqualTo(noted.<Integer>path("seq"));
        given().get(Api.BASE + "convenings/" + published.path("id") + "/history")
                .then()
                .body("items.version", equalTo(List.of(1)));
    }
}
