package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** What holds between records, also while several people write at once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReferencesTest {

    @Test
    void aRenameShowsWhereverTheRecordIsNamedAndRefusesNobodysSave() {
        Response host = Api.organization("Old name \"quoted\" \\ and so on");
        Response convening = Api.convening("Named", host.path("id"));
        Api.patch("organizations", host.path("id"), host.header("ETag"), "{\"name\":\"New \\\"name\\\"\"}")
                .then()
                .statusCode(200);
        String address = Api.BASE + "convenings/" + convening.path("id");
        Response read = given().get(address);
        read.then().body("hosts[0].title", equalTo("New \"name\"")).body("version", equalTo(1));
        assertThat(read.<Integer>path("seq")).isGreaterThan(convening.<Integer>path("seq"));
        assertThat(read.<String>path("etag")).isEqualTo(read.header("ETag"));
        Api.patch("convenings", convening.path("id"), convening.header("ETag"), "{\"summary\":\"Still mine\"}")
                .then()
                .statusCode(200)
                .body("hosts[0].title", equalTo("New \"name\""));
    }

    @Test
    void aRecordMadeWhileItsHostIsRenamedNeverKeepsTheOldName() {
        for (int round = 0; round < 10; round++) {
            Response host = Api.organization("Round " + round);
            var rename = CompletableFuture.runAsync(
                    () -> Api.patch("organizations", host.path("id"), host.header("ETag"), "{\"name\":\"Renamed\"}")
                            .then()
                            .statusCode(200));
            Response convening = Api.convening("Meanwhile", host.path("id"));
            rename.join();
            given().get(Api.BASE + "convenings/" + convening.path("id"))
                    .then()
                    .body("hosts[0].title", equalTo("Renamed"));
        }
    }

    @Test
    void twoWhoRenameEachOthersNeighboursNeverBlockEachOther() {
        Response one = Api.organization("One");
        ObjectNode body = Api.published("name", "Two").put("sector", "other").put("parent", one.<String>path("id"));
        Response two = Api.create("organizations", body);
        List<CompletableFuture<Void>> writers = List.of(
                CompletableFuture.runAsync(() -> rename(one.path("id"), "One")),
                CompletableFuture.runAsync(() -> rename(two.path("id"), "Two")));
        writers.forEach(CompletableFuture::join);
        given().get(Api.BASE + "organizations/" + two.path("id"))
                .then()
                .body("parent.title", equalTo("One 9"))
                .body("version", equalTo(11));
    }

    private static void rename(String id, String name) {
        for (int i = 0; i < 10; i++) {
            Api.patch("organizations", id, "*", "{\"name\":\"" + name + " " + i + "\"}")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void ofEightEditorsWithOneVersionOneWins() {
        Response made = Api.organization("Contended");
        List<Integer> statuses = AtOnce.each(
                8, i -> Api.patch("organizations", made.path("id"), made.header("ETag"), "{\"city\":\"C" + i + "\"}")
                        .statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412, 412, 412);
    }

    @Test
    void aPublicRecordRefersToNoDraftAlsoWhenBothAreWrittenAtOnce() {
        Response draft = Api.create("organizations", Json.object().put("name", "Not yet"));
        Api.convening("Too early", draft.path("id"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/refers-to-draft"))
                .body("records.id", hasItem(draft.<String>path("id")));
        for (int round = 0; round < 5; round++) {
            Response host = Api.organization("Back and forth " + round);
            var hide = CompletableFuture.supplyAsync(
                    () -> Api.patch("organizations", host.path("id"), host.header("ETag"), "{\"lifecycle\":\"draft\"}")
                            .statusCode());
            int made = Api.convening("At once", host.path("id")).statusCode();
            assertThat(List.of(hide.join(), made)).isIn(List.of(200, 409), List.of(409, 201));
        }
    }

    @Test
    void whatPublicRecordsNameCannotBeDeleted() {
        Response host = Api.organization("Needed");
        Response convening = Api.convening("Needs it", host.path("id"));
        Api.operator()
                .header("If-Match", "*")
                .delete(Api.BASE + "organizations/" + host.path("id"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/in-use"))
                .body("records.id", hasItem(convening.<String>path("id")));
    }

    @Test
    void oneActiveIdentifierBelongsToOneRecord() {
        ObjectNode first = Api.published("name", "Holder").put("sector", "other");
        first.putArray("identifiers").addObject().put("scheme", "fscs").put("value", "ZZ0001");
        Api.create("organizations", first).then().statusCode(201);
        ObjectNode second = Api.published("name", "Claimant").put("sector", "other");
        second.putArray("identifiers").addObject().put("scheme", "fscs").put("value", "zz0001");
        Api.create("organizations", second)
                .then()
                .statusCode(409)
                .body("errors.pointer", hasItem("/identifiers/0/value"));
        given().get(Api.BASE + "organizations?identifier=fscs:ZZ0001")
                .then()
                .body("items.name", equalTo(List.of("Holder")));
    }

    @Test
    void aRelationshipIsKeptByOneAndReadFromBothEnds() {
        Response whole = Api.organization("The whole");
        ObjectNode body = Api.published("name", "The part").put("sector", "other");
        body.putArray("relationships")
                .addObject()
                .put("type", "part-of")
                .put("organization", whole.<String>path("id"))
                .put("from", "2003");
        Response part = Api.create("organizations", body);
        part.then().body("relationships[0].organization.title", equalTo("The whole"));
        given().get(Api.BASE + "organizations/" + whole.path("id") + "/references")
                .then()
                .body("items[0].record.id", equalTo(part.<String>path("id")))
                .body("items[0].type", equalTo("part-of"))
                .body("items[0].from", equalTo("2003"));
        given().get(Api.BASE + "organizations/" + whole.path("id") + "/references?kinds=convenings")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void fieldsTellThePublicNothingOfPrivateOnes() {
        String told = given().get(Api.BASE + "fields")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(told).contains("participantSummary").doesNotContain("consentOn", "review");
        Api.operator().get(Api.BASE + "fields").then().body("kinds.fields.flatten().name", hasItem("review"));
    }

    @Test
    void aParentThatLeadsBackIsRefused() {
        Response above = Api.organization("Above");
        Response below = Api.create(
                "organizations",
                Api.published("name", "Below").put("sector", "other").put("parent", above.<String>path("id")));
        Api.patch("organizations", above.path("id"), "*", "{\"parent\":\"" + below.path("id") + "\"}")
                .then()
                .statusCode(422)
                .body("errors.rule", hasItem("cycle"));
    }

    @Test
    void aStatusMoveThatIsNotOpenNamesThoseThatAre() {
        Response convening = Api.convening("Held", Api.organization("Host").path("id"));
        Api.patch("convenings", convening.path("id"), "*", "{\"status\":\"planned\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/status-move"))
                .body("moves", equalTo(List.of("reported")));
    }

    @Test
    void whoWritesFromThePublicViewDeletesNobodyUnseen() {
        ObjectNode body =
                Api.published("title", "Private").put("startsOn", "2013-06-06").put("status", "held");
        body.putArray("hosts").add(Api.organization("Host").<String>path("id"));
        body.putArray("participants").addObject().put("name", "Unlisted").put("email", "canary@example.org");
        body.withArray("participants").addObject().put("name", "Listed").put("listed", true);
        String id = Api.create("convenings", body).path("id");
        Response seen = given().get(Api.BASE + "convenings/" + id);
        assertThat(seen.asString()).doesNotContain("Unlisted", "canary");
        seen.then()
                .body("participantSummary.identified", equalTo(2))
                .body("participants.name", equalTo(List.of("Listed")));
        Api.operator()
                .contentType("application/json")
                .header("If-Match", seen.header("ETag"))
                .body(seen.asString())
                .put(Api.BASE + "convenings/" + id)
                .then()
                .statusCode(200);
        Api.operator()
                .get(Api.BASE + "convenings/" + id)
                .then()
                .body("participants.size()", equalTo(2))
                .body("participants.email", hasItem("canary@example.org"));
        assertThat(given().get(Api.BASE + "convenings/" + id + "/history").asString())
                .doesNotContain("Unlisted", "canary");
        given().get(Api.BASE + "convenings?q=canary").then().body("items.size()", equalTo(0));
    }
}
