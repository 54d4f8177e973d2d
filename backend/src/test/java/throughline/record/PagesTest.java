package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.query.Cursor;
import throughline.registry.query.Key;
import throughline.registry.query.Place;
import throughline.registry.query.Walk;
import throughline.registry.sql.Sql;
import throughline.registry.write.Author;
import throughline.registry.write.Loader;

/** A list's pages: whoever walks them, there or back, meets what stays put exactly once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PagesTest {

    @Inject
    Loader loader;

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void inEveryOrderAbsentValuesComeLastAndNoRecordIsMissedThereOrBack(String kind, String title) {
        String tag = Sorted.tag();
        List<Sorted> all = Sorted.twelve(kind, title, tag);
        for (String sort :
                List.of("-city,number,-name", "city,-number,name", "-number,-city,name", "number,-name", "-name")) {
            List<String> expected =
                    all.stream().sorted(Sorted.order(sort)).map(Sorted::name).toList();
            String list = Api.BASE + kind + "?tags=" + tag + "&sort="
                    + sort.replace("number", Sorted.number(kind)).replace("name", title);
            for (int limit : List.of(1, 5)) {
                assertThat(Walks.forward(list + "&limit=" + limit, title))
                        .as(list)
                        .isEqualTo(expected);
                assertThat(Walks.back(list + "&last=true&limit=" + limit, title))
                        .as(list)
                        .isEqualTo(expected);
            }
            assertThat(Walks.forward(list + "&limit=12", title)).isEqualTo(expected);
            for (int row : List.of(0, 7, 12)) {
                assertThat(Walks.forward(list + "&limit=3&row=" + row, title)).isEqualTo(expected.subList(row, 12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aCursorServesTheQueryThatItWasGivenForAndAnyLimit(String kind, String title) {
        String tag = Sorted.tag();
        Sorted.twelve(kind, title, tag);
        String list = Api.BASE + kind + "?tags=" + tag + "&sort=" + title;
        Response first = Walks.page(list + "&limit=4");
        String next = first.path("page.next");
        first.then().header("Link", equalTo("<" + next + ">; rel=\"next\"")).body("page.prev", nullValue());
        String after = next.replaceAll(".*(after=[^&]*).*", "$1");
        Walks.page(list + "&limit=7&" + after)
                .then()
                .body("items.size()", equalTo(7))
                .body("items." + title, hasItem("Name e"));
        for (String other : List.of(
                "?tags=" + tag + "&sort=-" + title,
                "?tags=other&sort=" + title,
                "?tags=" + tag + "&sort=" + title + "&q=name",
                "?tags=" + tag + "&sort=" + title + "&lifecycle=withdrawn")) {
            given().urlEncodingEnabled(false)
                    .get(Api.BASE + kind + other + "&" + after)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }
    }

    @Test
    void aCursorWithAValueThatIsNoneOfItsFieldIsRefusedAndFailsNothing() throws Exception {
        Walk walk = new Walk(
                new Sql(""),
                new Sql(" from organization where true"),
                List.of(Key.ascending("created_at", "timestamptz"), Key.ascending("id", "text")),
                List.of());
        Walk.Rows<String> rows = new Walk.Rows<>("", "", row -> row.getString(1));
        Place forged = new Place.Beside(new Cursor(List.of("no time", "org_"), List.of(), "any", false));
        try (var connection = database.getConnection()) {
            assertThatThrownBy(() -> walk.read(connection, forged, 5, rows))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID_CURSOR));
        }
    }

    @Test
    void aCursorFromBeforeARestoreIsRefused() throws Exception {
        String tag = Sorted.tag();
        Sorted.twelve("organizations", "name", tag);
        String next =
                Walks.page(Api.BASE + "organizations?tags=" + tag + "&limit=4").path("page.next");
        String epoch;
        try (var connection = database.getConnection()) {
            epoch = new Sql("select epoch from clock")
                    .first(connection, row -> row.getString(1))
                    .orElseThrow();
            new Sql("update clock set epoch = 'zz9'").update(connection);
            given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"))
                    .body("detail", containsString("restored"));
            new Sql("update clock set epoch = ?", epoch).update(connection);
        }
        Walks.page(next).then().body("items.size()", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatStaysPutIsMetOnceWhileOthersComeGoAndMove(String kind, String title) {
        String tag = Sorted.tag();
        List<String> still = new ArrayList<>();
        List<String> restless = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ObjectNode body =
                    Api.body(kind, title, "Name " + (char) ('a' + i % 26)).put("city", i % 4 == 0 ? null : "C" + i % 7);
            body.putArray("tags").add(tag);
            (i % 2 == 0 ? still : restless).add(Api.create(kind, body).path("id"));
        }
        AtomicBoolean walking = new AtomicBoolean(true);
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            for (int i = 0; walking.get(); i++) {
                String city = i % 3 == 0 ? "null" : "\"C" + i % 7 + "\"";
                Api.patch(
                        kind,
                        restless.get(i % 20),
                        "*",
                        "{\"city\":" + city + ",\"" + title + "\":\"Moved " + i + "\"}");
                ObjectNode body = Api.body(kind, title, "New " + i);
                body.putArray("tags").add(tag);
                Api.create(kind, body);
            }
        });
        for (String sort : List.of("city,-" + title, "-" + title)) {
            String list = Api.BASE + kind + "?tags=" + tag + "&limit=3&sort=" + sort;
            for (List<String> met : List.of(Walks.forward(list, "id"), Walks.back(list + "&last=true", "id"))) {
                assertThat(still).allSatisfy(id -> assertThat(Collections.frequency(met, id))
                        .isEqualTo(1));
            }
        }
        walking.set(false);
        others.join();
    }

    @Test
    void aRankedWalkEndsAfterTenThousandAndASortedOneMeetsAll() {
        String word = Sorted.tag();
        int many = 10_020;
        Loader.Loaded loaded = loader.load(
                Api.lines(
                        IntStream.range(0, many)
                                .mapToObj(
                                        i -> "{\"kind\":\"organization\",\"name\":\"" + word
                                                + "\",\"lifecycle\":\"published\",\"sector\":\"other\",\"sources\":[{\"title\":\"Test\"}]}")),
                new Author("operator", "operator", true),
                "load",
                "Loaded",
                (step, done, all) -> {});
        assertThat(loaded.refusals()).isEmpty();
        String ranked = Api.BASE + "organizations?limit=200&q=" + word;
        assertThat(Walks.forward(ranked, "id")).hasSize(10_000).doesNotHaveDuplicates();
        Response last = Walks.page(ranked + "&last=true&count=true");
        last.then()
                .body("page.next", nullValue())
                .body("page.total", equalTo(10_000))
                .body("page.countIsExact", equalTo(false))
                .body("page.position", equalTo(9_800));
        Walks.page(ranked + "&row=9990")
                .then()
                .body("items.size()", equalTo(10))
                .body("page.next", nullValue());
        given().get(ranked + "&from=a").then().statusCode(400).body("errors.parameter", hasItem("from"));
        Response sorted = Walks.page(ranked + "&sort=name&last=true&count=true");
        sorted.then().body("page.total", equalTo(many)).body("page.countIsExact", equalTo(true));
        Walks.page(ranked + "&sort=name&row=10019").then().body("items.size()", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void anEmptyListSaysSoInTheSameShape(String kind, String title) {
        Walks.page(Api.BASE + kind + "?tags=" + Sorted.tag() + "&count=true")
                .then()
                .body("items", empty())
                .body("page.next", nullValue())
                .body("page.prev", nullValue())
                .body("page.at", nullValue())
                .body("page.total", equalTo(0))
                .body("page.position", equalTo(0));
    }
}
