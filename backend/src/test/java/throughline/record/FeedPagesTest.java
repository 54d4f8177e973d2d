package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.database.TestDatabase;
import throughline.registry.clock.Clock;
import throughline.registry.sql.Sql;

/** How the feed is followed: its pages, what it refuses, and what each of them costs. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FeedPagesTest {

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void theKindsAskedForAreTheOnlyOnesAndTheReaderIsTakenPastTheOthers() {
        long before = Feeds.now();
        Response host = Api.organization("Of another kind");
        Response convening = Api.convening("Of this kind", host.path("id"));
        Response later = Api.organization("Of another kind, later");
        Feeds.since(given(), before, "&kinds=convenings")
                .then()
                .body("items.id", equalTo(List.of(convening.<String>path("id"))))
                .body("more", equalTo(false))
                .body("next", equalTo(later.path("seq")));
        Feeds.since(given(), before, "&kinds=organizations,convenings").then().body("items", hasSize(3));
        Feeds.since(given(), before, "&kinds=")
                .then()
                .body("items", hasSize(0))
                .body("next", equalTo(later.path("seq")));
    }

    @Test
    void pagesFollowOneAnotherWithoutAGapOrARepetition() {
        long before = Feeds.now();
        List<String> made = List.of(
                Api.organization("First").path("id"),
                Api.organization("Second").path("id"),
                Api.organization("Third").path("id"));
        Response first = Feeds.since(given(), before, "&limit=2");
        first.then().body("items.id", equalTo(made.subList(0, 2))).body("more", equalTo(true));
        assertThat(first.jsonPath().getLong("next")).isEqualTo(first.jsonPath().getLong("items[1].seq"));
        Response second =
                Feeds.since(given(), first.jsonPath().getLong("next"), "&limit=1&epoch=" + first.path("epoch"));
        second.then().body("items.id", equalTo(made.subList(2, 3))).body("more", equalTo(false));
        Feeds.since(given(), second.jsonPath().getLong("next"), "").then().body("items", hasSize(0));
    }

    @Test
    void aPageOfGreatRecordsEndsBeforeItsLimit() {
        int many = 60;
        ObjectNode great =
                Api.published("name", "Great").put("sector", "other").put("description", "\uD83D\uDCDA".repeat(19_000));
        Operations operations = new Operations();
        for (int i = 0; i < many; i++) {
            operations.create("organization", great);
        }
        long before = Feeds.now();
        operations.send().then().statusCode(200);
        Client reader = new Client(null);
        String page =
                reader.get("changes?include=record&limit=1000&after=" + before).body();
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(4 << 20, 5 << 20);
        assertThat(RawJson.member(page, "more")).isEqualTo("true");
        String next = reader.get("changes?include=record&limit=1000&after=" + RawJson.member(page, "next"))
                .body();
        int items = RawJson.items(RawJson.member(page, "items")).size();
        assertThat(items).isLessThan(many);
        assertThat(RawJson.items(RawJson.member(next, "items"))).hasSize(many - items);
        assertThat(RawJson.member(next, "more")).isEqualTo("false");
        Feeds.since(given(), before, "&limit=1000")
                .then()
                .body("items", hasSize(many))
                .body("more", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=x",
                "after=-1",
                "after=1.5",
                "after=1234567890123456789",
                "limit=0",
                "limit=1001",
                "limit=ten",
                "kinds=organization",
                "kinds=needless",
                "include=history",
                "wait=30",
                "before=3",
                "fields=title"
            })
    void aParameterThatItDoesNotTakeIsRefusedByName(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));
        given().get(Feeds.FEED + "?" + parameter)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(name)));
    }

    @Test
    void whoComesFromAnotherRegistryIsToldToBeginAgain() {
        long last = Feeds.now();
        String epoch = given().get("/api/v1").path("epoch");
        for (String wrong : List.of("after=" + (last + 1), "after=0&epoch=zz9", "after=" + last + "&epoch=zz9")) {
            given().get(Feeds.FEED + "?" + wrong)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/feed-reset"))
                    .body("detail", containsString("after=0"));
        }
        Feeds.since(given(), last, "&epoch=" + epoch)
                .then()
                .body("items", hasSize(0))
                .body("epoch", equalTo(epoch));
        Feeds.since(given(), 0, "&limit=1").then().body("epoch", equalTo(epoch));
    }

    @Test
    void whoSendsTheEpochOfARegistryThatWasRestoredSinceIsToldToBeginAgain() throws Exception {
        String address = Feeds.FEED + "?after=" + Feeds.now() + "&epoch="
                + given().get("/api/v1").path("epoch");
        String tag = given().get(address).header("ETag");
        try (Connection connection = database.getConnection()) {
            String epoch = new Sql("select epoch from clock")
                    .first(connection, row -> row.getString(1))
                    .orElseThrow();
            try {
                new Sql("update clock set epoch = 'r3st0r'").update(connection);
                // Nobody restores behind a server that has its database for itself: this one is made to look.
                clock.doubt();
                given().header("If-None-Match", tag).get(address).then().statusCode(409);
            } finally {
                new Sql("update clock set epoch = ?", epoch).update(connection);
                clock.doubt();
            }
        }
        given().header("If-None-Match", tag).get(address).then().statusCode(304);
    }

    @Test
    void whereNothingChangedNothingIsReadAgain() {
        long before = Feeds.now();
        Api.organization("Before the tag");
        String address = Feeds.FEED + "?include=record&after=" + before;
        String tag = given().get(address)
                .then()
                .header("ETag", startsWith("W/\""))
                .header("Cache-Control", equalTo("no-cache"))
                .header("Vary", containsString("Authorization"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(address).then().statusCode(304).body(emptyString());
        given().head(address)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(tag))
                .body(emptyString());
        assertThat(Api.operator().get(address).header("ETag")).isNotEqualTo(tag);
        Api.draft("organizations", "name", "After the tag");
        given().header("If-None-Match", tag).get(address).then().statusCode(200);
    }

    @Test
    void aPageTakesOneStatement() {
        for (String way :
                List.of("", "?include=record&limit=3", "?kinds=convenings&after=1", "?after=" + Feeds.now())) {
            assertThat(statements(given(), way)).as(way).isEqualTo(1);
        }
        assertThat(statements(Api.operator(), "?include=record"))
                .as("and one for who asks")
                .isEqualTo(2);
    }

    private static long statements(RequestSpecification reader, String way) {
        // So that no answer is known yet.
        Api.draft("organizations", "name", "Written before");
        long before = Sql.sent();
        reader.get(Feeds.FEED + way).then().statusCode(200);
        return Sql.sent() - before;
    }
}
