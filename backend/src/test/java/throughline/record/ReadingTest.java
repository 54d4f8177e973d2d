package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;

/** What every kind of record promises to who reads it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReadingTest {

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aWalkMeetsEachRecordOnceThereAndBack(String kind, String title) {
        String word = "walk" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 5; i++) {
            Api.published(kind, title, word + " " + i);
        }
        String address = Api.BASE + kind + "?q=" + word + "&sort="
                + (kind.equals("organizations") ? "city,-name" : "endsOn,-title") + "&limit=2";
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
    @CsvSource(textBlock = Api.KINDS)
    void anUnknownParameterIsRefusedByName(String kind, String title) {
        given().get(Api.BASE + kind + "?limt=3").then().statusCode(400).body("errors.parameter", hasItem("limt"));
        given().get(Api.BASE + kind + "?limit=ten").then().statusCode(400).body("errors.parameter", hasItem("limit"));
        given().get(Api.BASE + kind + "?after=bogus")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        given().get(Api.BASE + kind + "?state=Texas").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void nothingNewIsToldByANotModified(String kind, String title) {
        Response made = Api.published(kind, title, Api.unique("Cached"));
        String address = Api.BASE + kind + "/" + made.path("id");
        String tag = given().get(address).header("ETag");
        given().header("If-None-Match", tag).get(address).then().statusCode(304);
        given().header("If-None-Match", "W/" + tag).get(address).then().statusCode(304);
        assertThat(tag).isNotEqualTo(made.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void noErrorShowsWhatTheServerIsMadeOf(String kind, String title) {
        for (String path : List.of(kind + "/abc", kind + "?sort=x", "nothing", kind + "/%00")) {
            given().urlEncodingEnabled(false)
                    .get(Api.BASE + path)
                    .then()
                    .statusCode(not(equalTo(500)))
                    .body(not(containsString("Exception")))
                    .body(not(containsString("io.quarkus")));
        }
    }
}
