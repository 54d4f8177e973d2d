package throughline.record;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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

/** What a writer has not seen, he leaves as it is. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UnseenPartsTest {

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whoNamesAnyVersionOrThePublicOneLeavesPrivatePartsAlone(String kind, String title) {
        Response made = Api.published(kind, title, Api.unique("Reviewed"));
        String address = Api.BASE + kind + "/" + made.path("id");
        Api.patch(kind, made.path("id"), made.header("ETag"), "{\"review\":{\"state\":\"returned\",\"note\":\"Why?\"}}")
                .then()
                .statusCode(200);
        for (String tag : List.of("*", given().get(address).header("ETag"))) {
            Api.operator()
                    .contentType("application/json")
                    .header("If-Match", tag)
                    .body(given().get(address).asString())
                    .put(address)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2))
                    .body("review.note", equalTo("Why?"));
        }
    }

    @Test
    void aPatchOfWhatThePublicSeesKeepsWhomItDoesNotSee() {
        ObjectNode body = Api.published("title", "Listed and not")
                .put("startsOn", "2013-06-06")
                .put("status", "held");
        body.putArray("hosts").add(Api.organization("Host").<String>path("id"));
        body.putArray("participants").addObject().put("name", "Unlisted").put("email", "canary@example.org");
        body.withArray("participants")
                .addObject()
                .put("name", "Listed")
                .put("listed", true)
                .put("note", "Private");
        Response made = Api.create("convenings", body);
        String address = Api.BASE + "convenings/" + made.path("id");
        Response seen = given().get(address);
        ObjectNode patch = Json.object().put("summary", "Changed");
        patch.set("participants", Json.read(seen.asString()).get("participants"));
        Api.patch("convenings", made.path("id"), seen.header("ETag"), Json.write(patch))
                .then()
                .statusCode(200)
                .body("participants.name", equalTo(List.of("Listed", "Unlisted")))
                .body("participants.note", hasItem("Private"));
        Api.patch("convenings", made.path("id"), "*", "{\"summary\":\"Again\"}")
                .then()
                .statusCode(200)
                .body("participants.email", hasItem("canary@example.org"));
        Api.patch("convenings", made.path("id"), "*", "{\"participants\":[]}")
                .then()
                .body("participants.name", equalTo(List.of("Unlisted")));
        String whole = Api.operator().get(address).header("ETag");
        Api.patch("convenings", made.path("id"), whole, "{\"participants\":[]}")
                .then()
                .statusCode(200)
                .body("participants.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whoReadSomeFieldsAloneMayChangeThemButNotReplaceTheWhole(String kind, String title) {
        Response made = Api.draft(kind, title, "Read in part");
        String sparse = made.header("ETag").replaceFirst("\\.h\\w+\"", ".s0a1b2c\"");
        Api.operator()
                .contentType("application/json")
                .header("If-Match", sparse)
                .body("{\"" + title + "\":\"Replaced\"}")
                .put(Api.BASE + kind + "/" + made.path("id"))
                .then()
                .statusCode(412);
        Api.patch(kind, made.path("id"), sparse, "{\"" + title + "\":\"Changed\"}")
                .then()
                .statusCode(200);
    }
}
