package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;

/** By which words a record is found. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WordsTest {

    private static String made(String kind, String title, String tag, String name) {
        ObjectNode body = Api.body(kind, title, name);
        body.putArray("tags").add(tag);
        return Api.create(kind, body).then().statusCode(201).extract().path("id");
    }

    private static List<String> found(String kind, String title, String tag, String words) {
        return given().queryParam("q", words)
                .queryParam("tags", tag)
                .get(Api.BASE + kind)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items." + title);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aWordIsFoundInAnyFormByItsBeginningAndWithoutItsAccents(String kind, String title) {
        String tag = Sorted.tag();
        made(kind, title, tag, "Bibliothèque of the Meadowlarks");
        made(kind, title, tag, "Training librarians");
        List<String> larks = List.of("Bibliothèque of the Meadowlarks");
        for (String words :
                List.of("bibliotheque", "BIBLIOTHÈQUE", "meadowlark", "meadow", "biblio mead", "the meadowlarks of")) {
            assertThat(found(kind, title, tag, words)).as(words).isEqualTo(larks);
        }
        for (String words : List.of("trained", "trainings", "librarian")) {
            assertThat(found(kind, title, tag, words)).as(words).containsExactly("Training librarians");
        }
        assertThat(found(kind, title, tag, "meadow librarian")).isEmpty();
        assertThat(found(kind, title, tag, "the of")).hasSize(2);
        assertThat(found(kind, title, tag, " -- ")).hasSize(2);
        assertThat(found(kind, title, tag, "o'neil & | ! :* ( \\ 'x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aMisspeltWordIsFoundWhereNothingHasIt(String kind, String title) {
        String tag = Sorted.tag();
        made(kind, title, tag, "Zanzibarian Quillfeather");
        assertThat(found(kind, title, tag, "zanzibarain")).containsExactly("Zanzibarian Quillfeather");
        assertThat(found(kind, title, tag, "quilfeather zanzi")).containsExactly("Zanzibarian Quillfeather");
        // A word that stands somewhere is no slip of another one.
        made(kind, title, tag, "Quilfeather");
        assertThat(found(kind, title, tag, "quilfeather")).containsExactly("Quilfeather");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aWalkThatBeganWithAMisspeltWordEndsWithIt(String kind, String title) {
        String tag = Sorted.tag();
        String word = tag.replaceAll("[0-9]", "x") + "philharmonic";
        String typed = word.replace("harm", "ham");
        for (String rest : List.of("One", "Two", "Three")) {
            made(kind, title, tag, word + " " + rest);
        }
        var first = Walks.page(Api.BASE + kind + "?limit=1&tags=" + tag + "&q=" + typed);
        made(kind, title, tag, typed);
        List<String> met = new ArrayList<>(first.jsonPath().getList("items." + title));
        met.addAll(Walks.forward(first.path("page.next"), title));
        assertThat(met).contains(word + " One", word + " Two", word + " Three").doesNotHaveDuplicates();
        assertThat(found(kind, title, tag, typed)).containsExactly(typed);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void theNameCountsForMoreThanTheRestUnlessAnotherOrderIsAskedFor(String kind, String title) {
        String tag = Sorted.tag();
        ObjectNode beside = Api.body(kind, title, "Another one").put("city", "Quagmire");
        beside.putArray("tags").add(tag);
        String second = Api.create(kind, beside).path("id");
        String first = made(kind, title, tag, "Quagmire");
        Api.patch(kind, second, "*", "{\"city\":\"Quagmire Falls\"}");
        assertThat(found(kind, title, tag, "quagmire")).containsExactly("Quagmire", "Another one");
        given().get(Api.BASE + kind + "?q=quagmire&sort=" + title + "&tags=" + tag)
                .then()
                .body("items.id", equalTo(List.of(second, first)));
    }

    @Test
    void whatOnlySomeMaySeeFindsNothingForOthers() {
        ObjectNode body = Api.body("convenings", "title", "Met");
        body.putArray("participants")
                .addObject()
                .put("name", "Hidden Hippocampus")
                .put("email", "seahorse@example.org");
        Api.create("convenings", body).then().statusCode(201);
        for (String word : List.of("hippocampus", "seahorse")) {
            given().get(Api.BASE + "convenings?q=" + word).then().body("items.size()", equalTo(0));
        }
        // Nor does a draft's word hide that a word is misspelt.
        String tag = Sorted.tag();
        made("organizations", "name", tag, "Vermillionesque");
        Api.draft("organizations", "name", "Vermilionesque");
        assertThat(found("organizations", "name", tag, "vermilionesque")).containsExactly("Vermillionesque");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aDraftIsFoundByWhoSeesDraftsAndByAllOncePublished(String kind, String title) {
        String word = "w" + Sorted.tag().replaceAll("[^a-z0-9]", "");
        String id =
                Api.draft(kind, title, word).then().statusCode(201).extract().path("id");
        String address = Api.BASE + kind + "?q=" + word;
        given().get(address).then().body("items.size()", equalTo(0));
        Api.operator().get(address + "&lifecycle=draft").then().body("items.id", equalTo(List.of(id)));
        String published = Api.patch(kind, id, "*", Api.body(kind, title, word).toString())
                .then()
                .statusCode(200)
                .extract()
                .header("Change-Set");
        given().get(address).then().body("items.id", equalTo(List.of(id)));
        Api.undo(published).then().statusCode(200);
        given().get(address).then().body("items.size()", equalTo(0));
        Api.operator().get(address + "&lifecycle=draft").then().body("items.id", equalTo(List.of(id)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aWordThatARecordHasIsNotTakenForMisspeltWhereAFilterLeavesNone(String kind, String title) {
        made(kind, title, Sorted.tag(), "Umbellifer Orchard");
        String tag = Sorted.tag();
        made(kind, title, tag, "Umbelliferr Orchard");
        assertThat(found(kind, title, tag, "umbellifer")).containsExactly("Umbelliferr Orchard");
        made(kind, title, Sorted.tag(), "Orchardist");
        assertThat(found(kind, title, tag, "orchardist")).isEmpty();
    }
}
