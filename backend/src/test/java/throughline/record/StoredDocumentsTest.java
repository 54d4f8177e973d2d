package throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.json.Json;
import throughline.registry.value.TypeId;
import throughline.registry.write.Author;
import throughline.registry.write.Loader;

/** Whatever wrote last: the stored document is what the declaration makes of the tables now. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StoredDocumentsTest {

    @Inject
    StoredDocuments documents;

    @Inject
    Loader loader;

    private long seq;

    /** Looks at what was written since it was last asked. */
    private void theyAreWhatTheTablesMake(int least) {
        assertThat(documents.areWhatTheTablesMake(seq)).isGreaterThanOrEqualTo(least);
        seq = documents.seq();
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void afterEachSortOfWriteTheDocumentIsWhatTheTablesMake(String plural, String title) {
        Kind<?> kind = Kinds.inPlural(plural).orElseThrow();
        seq = documents.seq();
        Response named = Api.organization("Named \"by\" all");
        ObjectNode body = Filled.body(kind, named.path("id"));
        Response made = Api.create(plural, body);
        made.then().statusCode(201);
        theyAreWhatTheTablesMake(2);

        String id = made.path("id");
        Response changed = Api.patch(plural, id, "*", "{\"tags\":[\"changed\"],\"" + title + "\":\"Other\"}");
        changed.then().statusCode(200);
        theyAreWhatTheTablesMake(1);

        Response renamed = Api.patch("organizations", named.path("id"), "*", "{\"name\":\"Renamed \\\\ \\\"now\\\"\"}");
        theyAreWhatTheTablesMake(2);
        undo(renamed);
        theyAreWhatTheTablesMake(2);
        undo(changed);
        theyAreWhatTheTablesMake(1);

        Api.operator()
                .header("If-Match", "*")
                .delete(Api.BASE + plural + "/" + id)
                .then()
                .statusCode(204);
        Api.operator()
                .post(Api.BASE + plural + "/" + id + "/history/1/restore")
                .then()
                .statusCode(200);
        theyAreWhatTheTablesMake(1);

        ObjectNode other = Filled.body(kind, named.path("id")).put("kind", kind.name());
        List<String> refusals = load(other).refusals();
        assertThat(refusals).isEmpty();
        theyAreWhatTheTablesMake(1);
    }

    /** It is written some at a time; the last refers to the first, and each other one to the next. */
    @Test
    void aLoadedDocumentTellsTheTitlesOfLaterLinesToo() {
        seq = documents.seq();
        List<String> ids =
                Stream.generate(() -> TypeId.create("org")).limit(600).toList();
        Stream<String> lines = IntStream.range(0, ids.size())
                .mapToObj(i -> """
                        {"kind":"organization","id":"%s","name":"Number %d","lifecycle":"draft",\
                        "relationships":[{"type":"member-of","organization":"%s"}]}\
                        """.formatted(ids.get(i), i, ids.get((i + 1) % ids.size())));
        Loader.Loaded loaded = loader.load(Api.lines(lines), Author.NOBODY, "load", null, (step, done, all) -> {});
        assertThat(loaded.refusals()).isEmpty();
        theyAreWhatTheTablesMake(600);
        Api.operator()
                .get(Api.BASE + "organizations/" + ids.get(0))
                .then()
                .body("relationships[0].organization.title", equalTo("Number 1"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRecordWithAllItsFieldsCanBeSentBackAndChangesNothing(String plural, String title) {
        Kind<?> kind = Kinds.inPlural(plural).orElseThrow();
        Response made =
                Api.create(plural, Filled.body(kind, Api.organization("Named").path("id")));
        made.then().statusCode(201);
        for (Response read : new Response[] {made, Api.operator().get(Api.BASE + plural + "/" + made.path("id"))}) {
            Api.operator()
                    .contentType("application/json")
                    .header("If-Match", read.header("ETag"))
                    .body(read.asString())
                    .put(Api.BASE + plural + "/" + made.path("id"))
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo(made.header("ETag")))
                    .body("version", equalTo(1));
            assertThat(read.asString()).isEqualTo(made.asString());
        }
    }

    private static void undo(Response written) {
        Api.operator()
                .post(Api.BASE + "change-sets/" + written.header("Change-Set") + "/undo")
                .then()
                .statusCode(200);
    }

    private Loader.Loaded load(ObjectNode record) {
        return loader.load(
                Api.lines(Stream.of(Json.write(record))), Author.NOBODY, "load", null, (step, done, all) -> {});
    }
}
