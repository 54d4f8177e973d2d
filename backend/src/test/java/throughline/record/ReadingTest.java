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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;

/** What every kind of record promises to who reads it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReadingTest {

    @Test
    void whatEveryKindPromisesIsRunForEachThatThereIs() {
        List<String> run = Api.KINDS.lines().map(line -> line.split(", ")[0]).toList();
        assertThat(run)
                .containsExactlyInAnyOrderElementsOf(
                        Kinds.all().stream().map(Kind::plural).toList());
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
