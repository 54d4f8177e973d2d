package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;

/** What was written together is known by its words, and can be taken back and brought back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangeSetsTest {

    private static final String SETS = Api.BASE + "change-sets";

    private static Response set(String id) {
        return Api.operator().get(SETS + "/" + id);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aChangeSetTellsWhoWroteWhatAndWhy(String kind, String title) {
        Response made = Api.draft(kind, title, "Before");
        Response changed = Api.operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .header("Change-Reason", "Sp%C3%A4ter%20so%20genannt%20100%25+")
                .header("Change-Session", "browser-1")
                .body("{\"" + title + "\":\"After\",\"tags\":[\"new\"]}")
                .patch(Api.BASE + kind + "/" + made.path("id"));
        String told = """
                {"id":"%1$s","label":"Renamed Before","reason":"Später so genannt 100%%+","by":{"role":"operator","name":null},
                "via":"workbench","at":"%2$s","undoable":true,"undoes":null,"undoneBy":null,"root":"%1$s","depth":0,
                "records":[{"id":"%3$s","kind":"%4$s","title":"After","op":"update","version":2,"changed":["%5$s","tags"]}],
                "changedSince":[]}""".replace("\n", "").formatted(
                changed.header("Change-Set"), changed.path("updatedAt"), made.path("id"), made.path("kind"), title);
        assertThat(set(changed.header("Change-Set")).asString()).isEqualTo(told);
        set(made.header("Change-Set"))
                .then()
                .body("label", equalTo("Added Before"))
                .body("via", equalTo("api"))
                .body("undoable", equalTo(false))
                .body("records[0].changed", equalTo(List.of()))
                .body("changedSince[0].version", equalTo(2));
        given().get(SETS + "/" + made.header("Change-Set")).then().statusCode(401);
        set("cs_nowhere").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatALabelSaysIsKept(String kind, String title) {
        Response made = Api.operator()
                .contentType("application/json")
                .header("Change-Label", "Aus%20der%20Liste%20%C3%BCbernommen")
                .body(Api.named(title, "Labelled"))
                .post(Api.BASE + kind);
        set(made.header("Change-Set")).then().body("label", equalTo("Aus der Liste übernommen"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void ofOnesOwnAndOfOneBrowserTheNewestComeFirst(String kind, String title) {
        String session = UUID.randomUUID().toString();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(
                    0,
                    Api.operator()
                            .contentType("application/json")
                            .header("Change-Session", session)
                            .body(Api.named(title, "Number " + i))
                            .post(Api.BASE + kind)
                            .header("Change-Set"));
        }
        List<String> walked = new ArrayList<>();
        String next = SETS + "?mine=true&limit=2&session=" + session;
        Response page = null;
        while (next != null) {
            page = Api.operator().urlEncodingEnabled(false).get(next);
            page.then().statusCode(200).body("items.via", everyItem(equalTo("workbench")));
            walked.addAll(page.path("items.id"));
            next = page.path("page.next");
        }
        assertThat(walked).isEqualTo(made);
        Response back = Api.operator().urlEncodingEnabled(false).get(page.<String>path("page.prev"));
        back.then().body("items.id", equalTo(made.subList(2, 4))).body("page.next", notNullValue());
        Api.operator()
                .get(page.<String>path("page.prev").replace(session, "other"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        for (String wrong : List.of("mine=perhaps", "limit=0", "limit=201", "limit=x", "after=x", "kind=need")) {
            Api.operator().get(SETS + "?" + wrong).then().statusCode(400);
        }
        given().get(SETS).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRetriedUndoIsDoneOnce(String kind, String title) {
        Response made = Api.draft(kind, title, "Once");
        Response changed = Api.patch(kind, made.path("id"), "*", Api.named(title, "Twice"));
        String key = UUID.randomUUID().toString();
        List<Response> answers = AtOnce.each(4, i -> Api.operator()
                .header("Idempotency-Key", key)
                .post(SETS + "/" + changed.header("Change-Set") + "/undo"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
        Api.operator()
                .queryParam("skipChanged", "maybe")
                .post(SETS + "/" + changed.header("Change-Set") + "/undo")
                .then()
                .statusCode(400);
        Api.undo("cs_nowhere").then().statusCode(404);
    }
}
