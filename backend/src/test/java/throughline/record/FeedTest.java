package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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

/** The feed of changes: what it tells, and to whom. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FeedTest {

    private static void move(String kind, Response record, String lifecycle) {
        Api.patch(kind, record.path("id"), "*", "{\"lifecycle\":\"" + lifecycle + "\"}")
                .then()
                .statusCode(200);
    }

    private static void delete(String kind, Response record) {
        Api.operator()
                .header("If-Match", "*")
                .delete(Api.BASE + kind + "/" + record.path("id"))
                .then()
                .statusCode(204);
    }

    private static Response made(String kind, String title) {
        Response made = Api.create(kind, Api.body(kind, title, Api.unique("Fed")));
        made.then().statusCode(201);
        return made;
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void eachRecordIsToldOnceAtItsLatestChangeAsTheListsShowIt(String kind, String title) {
        Response made = made(kind, title);
        long before = Feeds.now();
        Api.patch(kind, made.path("id"), "*", Api.named(title, "Changed"));
        Response patched = Api.patch(kind, made.path("id"), "*", Api.named(title, "Changed again"));
        Feeds.since(given(), before, "&include=record")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(made.path("id")))
                .body("items[0].kind", equalTo(made.path("kind")))
                .body("items[0].op", equalTo("upsert"))
                .body("items[0].version", equalTo(3))
                .body("items[0].seq", equalTo(patched.path("seq")))
                .body("items[0].at", equalTo(patched.path("updatedAt")))
                .body("items[0].mergedInto", nullValue())
                .body("items[0].record." + title, equalTo("Changed again"))
                .body("next", equalTo(patched.path("seq")))
                .body("last", equalTo(patched.path("seq")))
                .body("more", equalTo(false));
        assertThat(Feeds.since(given(), before, "")
                        .jsonPath()
                        .getMap("items[0]")
                        .keySet())
                .containsExactly("seq", "at", "kind", "id", "op", "version", "mergedInto");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void draftsAndTheirEndNeverReachThePublic(String kind, String title) {
        long before = Feeds.now();
        Response draft = Api.draft(kind, title, "Nobody's business");
        Api.patch(kind, draft.path("id"), "*", Api.named(title, "Nobody's business still"));
        delete(kind, draft);
        Feeds.since(given(), before, "&include=record")
                .then()
                .body("items", hasSize(0))
                .body("next", equalTo((int) Feeds.now()));
        Feeds.since(Api.operator(), before, "")
                .then()
                .body("items.id", hasItem(draft.<String>path("id")))
                .body("items[0].op", equalTo("delete"))
                .body("items[0].version", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatStopsBeingPublicIsADeleteAndLaterWorkOnItShowsNowhere(String kind, String title) {
        Response made = made(kind, title);
        long before = Feeds.now();
        move(kind, made, "draft");
        Response hidden = Feeds.since(given(), before, "&include=record");
        hidden.then()
                .body("items", hasSize(1))
                .body("items[0].op", equalTo("delete"))
                .body("items[0].version", equalTo(2))
                .body("items[0].record", nullValue());
        Map<String, Object> item = hidden.jsonPath().getMap("items[0]");
        Api.patch(kind, made.path("id"), "*", Api.named(title, "Worked on as a draft"));
        assertThat(Feeds.since(given(), before, "&include=record").jsonPath().<Object>getList("items"))
                .containsExactly(item);
        delete(kind, made);
        Response after = Feeds.since(given(), before, "&include=record");
        assertThat(after.jsonPath().<Object>getList("items")).containsExactly(item);
        after.then().body("next", equalTo((int) Feeds.now()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatIsWithdrawnStaysAndWhatIsDeletedLeavesATombstoneUntilItIsRevived(String kind, String title) {
        Response made = made(kind, title);
        long before = Feeds.now();
        move(kind, made, "withdrawn");
        Feeds.since(given(), before, "&include=record")
                .then()
                .body("items.op", equalTo(List.of("upsert")))
                .body("items[0].record.lifecycle", equalTo("withdrawn"));
        delete(kind, made);
        Response tombstone = Feeds.since(given(), before, "&include=record");
        tombstone
                .then()
                .body("items.op", equalTo(List.of("delete")))
                .body("items[0].version", equalTo(3))
                .body("items[0].record", nullValue());
        made(kind, title);
        assertThat(Feeds.since(given(), before, "&include=record").jsonPath().<Object>getList("items"))
                .contains(tombstone.<Object>path("items[0]"));
        Api.operator()
                .post(Api.BASE + kind + "/" + made.path("id") + "/history/1/restore")
                .then()
                .statusCode(200);
        Feeds.since(given(), before, "")
                .then()
                .body("items.find { it.id == '" + made.path("id") + "' }.op", equalTo("upsert"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whoSeesDraftsReadsThemInThePublicView(String kind, String title) {
        long before = Feeds.now();
        Response draft = Api.draft(kind, title, "A draft in view");
        Api.patch(kind, draft.path("id"), "*", "{\"review\":{\"state\":\"returned\",\"note\":\"canary\"}}");
        Response page = Feeds.since(Api.operator(), before, "&include=record");
        page.then()
                .header("Cache-Control", equalTo("private, no-cache"))
                .body("items.op", equalTo(List.of("upsert")))
                .body("items[0].record.lifecycle", equalTo("draft"))
                .body(not(containsString("canary")));
        Map<String, Object> listed = Api.operator()
                .get(Api.BASE + kind + "?lifecycle=draft&id=" + draft.path("id"))
                .jsonPath()
                .getMap("items[0]");
        assertThat(page.jsonPath().<String, Object>getMap("items[0].record")).isEqualTo(listed);
    }

    @Test
    void privatePartsAreInNobodysFeedAndWhatADraftIsCalledNotInThePublics() {
        Response secret = Api.draft("organizations", "name", "canary, an unannounced office");
        long before = Feeds.now();
        ObjectNode draft = Json.object().put("title", "canary, an unannounced convening");
        draft.putArray("hosts").add(secret.<String>path("id"));
        Api.create("convenings", draft).then().statusCode(201);
        ObjectNode body = Api.body("convenings", "title", "Who was there");
        body.putArray("participants").addObject().put("name", "unlisted person").put("email", "unlisted@example.org");
        body.withArray("participants")
                .addObject()
                .put("name", "Listed")
                .put("listed", true)
                .put("note", "unlisted");
        Response made = Api.create("convenings", body);
        made.then().statusCode(201);
        Api.patch("organizations", secret.path("id"), "*", "{\"name\":\"canary, renamed\"}");
        Feeds.since(given(), before, "&include=record")
                .then()
                .body(not(containsString("canary")))
                .body(not(containsString("unlisted")));
        Feeds.since(Api.operator(), before, "&include=record")
                .then()
                .body(containsString("canary, renamed"))
                .body(
                        "items.find { it.id == '" + made.path("id") + "' }.record.participants.name",
                        equalTo(List.of("Listed")))
                .body(not(containsString("unlisted")));
    }

    @Test
    void aRenameMovesTheNumberOfAllThatShowTheNameAndTheirVersionNot() {
        Response host = Api.organization("Told under its old name");
        Response shows = Api.convening("Shows the name", host.path("id"));
        long before = Feeds.now();
        Api.patch("organizations", host.path("id"), "*", "{\"name\":\"Told under its new name\"}");
        Response page = Feeds.since(given(), before, "&include=record&kinds=convenings");
        page.then()
                .body("items.id", equalTo(List.of(shows.<String>path("id"))))
                .body("items[0].version", equalTo(1))
                .body("items[0].record.hosts[0].title", equalTo("Told under its new name"));
        assertThat(Json.read(page.asString()).at("/items/0/record/seq").asLong())
                .isEqualTo(page.jsonPath().getLong("items[0].seq"));
    }
}
