package throughline.record;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** What was written can be taken back, and brought back, unless someone changed it since. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UndoTest {

    private static final String SETS = Api.BASE + "change-sets";

    private static Response set(String id) {
        return Api.operator().get(SETS + "/" + id);
    }

    private static Response undo(Response written) {
        return Api.undo(written.header("Change-Set"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void anUndoCanBeUndoneAndThatAgain(String kind, String title) {
        Response made = Api.draft(kind, title, "Before");
        String address = Api.BASE + kind + "/" + made.path("id");
        Response changed = Api.patch(kind, made.path("id"), "*", Api.named(title, "After"));
        String root = changed.header("Change-Set");
        String last = root;
        for (int depth = 1; depth <= 4; depth++) {
            Response undone = Api.undo(last);
            undone.then()
                    .statusCode(200)
                    .header("Change-Set", equalTo(undone.<String>path("id")))
                    .body("label", equalTo((depth % 2 == 1 ? "Undid: " : "Redid: ") + "Renamed Before"))
                    .body("via", equalTo("undo"))
                    .body("undoes", equalTo(last))
                    .body("root", equalTo(root))
                    .body("depth", equalTo(depth))
                    .body("undoable", equalTo(true));
            set(last).then().body("undoneBy", equalTo(undone.<String>path("id")));
            Api.operator()
                    .get(address)
                    .then()
                    .body(title, equalTo(depth % 2 == 1 ? "Before" : "After"))
                    .body("version", equalTo(2 + depth));
            last = undone.path("id");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void undoingACreationDeletesAndRedoingItBringsTheRecordBack(String kind, String title) {
        Response made = Api.published(kind, title, Api.unique("Made"));
        String address = Api.BASE + kind + "/" + made.path("id");
        Response undone = undo(made);
        undone.then().statusCode(200).body("records[0].op", equalTo("delete"));
        given().get(address).then().statusCode(410);
        undo(undone).then().statusCode(200).body("records[0].op", equalTo("restore"));
        given().get(address).then().statusCode(200).body(title, equalTo(made.path(title)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void undoingADeletionRevivesWhatWas(String kind, String title) {
        Response made = Api.published(kind, title, Api.unique("Deleted"));
        String address = Api.BASE + kind + "/" + made.path("id");
        Response deleted = Api.operator().header("If-Match", "*").delete(address);
        set(deleted.header("Change-Set")).then().body("label", equalTo("Deleted " + made.path(title)));
        undo(deleted).then().statusCode(200);
        given().get(address).then().statusCode(200).body("version", equalTo(3));
    }

    @Test
    void undoingTheCreationOfWhatPublicRecordsNameIsRefused() {
        Response host = Api.organization("Used");
        Response convening = Api.convening("Uses it", host.path("id"));
        undo(host)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/in-use"))
                .body("records.id", hasItem(convening.<String>path("id")));
    }

    @Test
    void anUndoThatWouldTakeAnothersIdentifierIsRefused() {
        var body = Api.published("name", "First holder").put("sector", "other");
        body.putArray("identifiers").addObject().put("scheme", "fscs").put("value", "UN0001");
        Response first = Api.create("organizations", body);
        Response freed = Api.patch("organizations", first.path("id"), "*", "{\"identifiers\":[]}");
        Api.create("organizations", body.put("name", "Second holder")).then().statusCode(201);
        undo(freed)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate-identifier"))
                .body("errors[0].pointer", equalTo("/identifiers/0/value"))
                .body("records.title", equalTo(List.of("Second holder")));
    }

    @Test
    void anUndoObeysNoStatusMove() {
        Response convening = Api.convening("Moved", Api.organization("Host").path("id"));
        Response withdrawn = Api.patch("convenings", convening.path("id"), "*", "{\"lifecycle\":\"withdrawn\"}");
        undo(withdrawn).then().statusCode(200);
        Response draft = Api.draft("convenings", "title", "Soon published");
        Api.patch("convenings", draft.path("id"), "*", "{\"status\":\"planned\"}");
        Response reported = Api.patch("convenings", draft.path("id"), "*", "{\"status\":\"held\"}");
        undo(reported).then().statusCode(200);
        Api.operator().get(Api.BASE + "convenings/" + draft.path("id")).then().body("status", equalTo("planned"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whoChangedItSinceIsNamedAndLaterChangesThatWereUndoneDoNotCount(String kind, String title) {
        Response made = Api.draft(kind, title, "One");
        Response changed = Api.patch(kind, made.path("id"), "*", Api.named(title, "Two"));
        Response later = Api.patch(kind, made.path("id"), "*", Api.named(title, "Three"));
        undo(changed)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/changed-since"))
                .body("records.id", equalTo(List.of(made.<String>path("id"))))
                .body("changedSince[0].id", equalTo(made.<String>path("id")))
                .body("changedSince[0].title", equalTo("Three"))
                .body("changedSince[0].version", equalTo(3))
                .body("changedSince[0].by.role", equalTo("operator"))
                .body("changedSince[0].at", equalTo(later.path("updatedAt")));
        set(changed.header("Change-Set"))
                .then()
                .body("undoable", equalTo(false))
                .body("changedSince.version", equalTo(List.of(3)));
        Api.operator()
                .queryParam("skipChanged", "true")
                .post(SETS + "/" + changed.header("Change-Set") + "/undo")
                .then()
                .statusCode(409);
        undo(later).then().statusCode(200);
        undo(changed).then().statusCode(200);
        Api.operator()
                .get(Api.BASE + kind + "/" + made.path("id"))
                .then()
                .body(title, equalTo("One"))
                .body("version", equalTo(5));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatWasChangedSinceCanBeLeftOutOfAnUndo(String kind, String title) {
        Response kept = Api.draft(kind, title, "Kept");
        Response taken = Api.draft(kind, title, "Taken back");
        Response batch = new Operations()
                .patch(kept, Json.object().put(title, "Both"))
                .patch(taken, Json.object().put(title, "Both"))
                .send();
        Api.patch(kind, kept.path("id"), "*", Api.named(title, "Someone's"));
        undo(batch).then().statusCode(409).body("records.id", equalTo(List.of(kept.<String>path("id"))));
        Api.operator()
                .queryParam("skipChanged", "true")
                .post(SETS + "/" + batch.header("Change-Set") + "/undo")
                .then()
                .statusCode(200)
                .body("label", equalTo("Undid: Many at once"))
                .body("records.id", equalTo(List.of(taken.<String>path("id"))));
        Api.operator().get(Api.BASE + kind + "/" + kept.path("id")).then().body(title, equalTo("Someone's"));
        Api.operator().get(Api.BASE + kind + "/" + taken.path("id")).then().body(title, equalTo("Taken back"));
    }

    @Test
    void aRenameElsewhereIsNoChangeOfTheRecord() {
        Response host = Api.organization("Named");
        Response convening = Api.convening("Before", host.path("id"));
        Response changed = Api.patch("convenings", convening.path("id"), "*", Api.named("title", "After"));
        Api.patch("organizations", host.path("id"), "*", Api.named("name", "Renamed"));
        undo(changed).then().statusCode(200);
    }
}
