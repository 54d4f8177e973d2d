package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.database.TestDatabase;

/** What the registry says of itself. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegistryTest {

    private static final String FIELD = "name label description example type many targets vocabulary required"
            + " requiredToPublish writable private computed maxLength min max maxItems default itemTitle oneOf filter sort facet"
            + " fields";

    @Test
    void theRegistrySaysWhatItIsAndUnderWhatTerms() {
        Response about = given().get("/api/v1");
        assertThat(about.jsonPath().getMap("$").keySet())
                .containsExactly(
                        "name",
                        "description",
                        "licence",
                        "operator",
                        "software",
                        "contract",
                        "epoch",
                        "seq",
                        "collections");
        about.then()
                .statusCode(200)
                .body("name", equalTo("Throughline"))
                .body("licence.name", equalTo("CC0 1.0 Universal"))
                .body("licence.url", equalTo("https://creativecommons.org/publicdomain/zero/1.0/"))
                .body("operator", nullValue())
                .body("software", equalTo("1.0.0"))
                .body("contract", equalTo("1.0.0"));
        assertThat(about.jsonPath().getMap("collections[0]").keySet())
                .containsExactly("kind", "label", "count", "illustrative", "href");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void eachCollectionIsToldWithHowMuchIsPublished(String kind, String title) {
        Response before = given().get("/api/v1");
        Api.published(kind, title, "Counted");
        Api.create(kind, Api.body(kind, title, "An example").put("origin", "illustrative"));
        Api.draft(kind, title, "Not counted");
        Response after = given().get("/api/v1");
        String own = "collections.find { it.href == '/api/v1/" + kind + "' }.";
        assertThat(after.<Integer>path(own + "count")).isEqualTo(before.<Integer>path(own + "count") + 2);
        assertThat(after.<Integer>path(own + "illustrative")).isEqualTo(before.<Integer>path(own + "illustrative") + 1);
        after.then().body("seq", greaterThan(before.<Integer>path("seq"))).body("epoch", equalTo(before.path("epoch")));
        given().get(after.<String>path(own + "href") + "?count=true")
                .then()
                .body("page.total", equalTo(after.path(own + "count")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatFieldsSayOfAKindIsWhatItsListTakes(String kind, String title) {
        Response fields = given().get(Api.BASE + "fields");
        String own = "kinds.find { it.plural == '" + kind + "' }";
        assertThat(fields.jsonPath().getMap(own).keySet())
                .containsExactly("kind", "plural", "label", "href", "titleField", "fields");
        fields.then().body(own + ".titleField", equalTo(title)).body(own + ".href", equalTo("/api/v1/" + kind));
        List<Map<String, Object>> told = fields.jsonPath().getList(own + ".fields");
        for (Map<String, Object> field : told) {
            assertThat(String.join(" ", field.keySet())).isEqualTo(FIELD);
            String list = Api.BASE + kind + "?limit=1&";
            Object name = field.get("name");
            List<?> filter = (List<?>) field.get("filter");
            answers(list + "sort=-" + name, (Boolean) field.get("sort"));
            answers(list + "facets=" + name, (Boolean) field.get("facet"));
            answers(list + name + "=", filter.contains("eq"));
            String value = field.get("type").toString().matches(".*(date|instant)") ? "2013-01-01" : "1";
            answers(list + name + ".gte=" + value, filter.contains("gte"));
        }
        assertThat(told.stream().map(field -> field.get("name")))
                .contains("lifecycle", "createdAt", "tags", "sources", "followsFrom")
                .doesNotContain("review");
    }

    private static void answers(String address, boolean declared) {
        given().get(address).then().statusCode(declared ? 200 : 400);
    }

    @Test
    void aMemberOfAGroupIsToldAsAFieldIs() {
        String group = "kinds.find { it.kind == 'organization' }.fields.find { it.name == 'relationships' }";
        Response fields = given().get(Api.BASE + "fields");
        fields.then()
                .body(group + ".type", equalTo("group"))
                .body(group + ".fields.find { it.name == 'type' }.filter", equalTo(List.of("eq", "not")))
                .body(group + ".fields.find { it.name == 'organization' }.targets", equalTo(List.of("organization")));
    }

    @Test
    void vocabulariesTellTheirTermsInOrderAndWhichMovesAreOpen() {
        Response all = given().get(Api.BASE + "vocabularies");
        List<Map<String, Object>> items = all.jsonPath().getList("items");
        assertThat(items).isNotEmpty().allSatisfy(vocabulary -> {
            assertThat(vocabulary.keySet()).containsExactly("name", "open", "terms", "moves");
            assertThat((String) vocabulary.get("name")).matches("[a-z]+(-[a-z]+)*");
            for (Object term : (List<?>) vocabulary.get("terms")) {
                assertThat(((Map<?, ?>) term).keySet().toArray())
                        .containsExactly("code", "label", "description", "order", "active", "parent");
            }
        });
        String status = "items.find { it.name == 'convening-status' }.";
        all.then()
                .body(status + "moves.planned", equalTo(List.of("held", "cancelled")))
                .body(status + "open", equalTo(false))
                .body("items.find { it.name == 'sectors' }.open", equalTo(true))
                .body("items.find { it.name == 'sectors' }.moves", nullValue());
        given().get(Api.BASE + "vocabularies/convening-status")
                .then()
                .statusCode(200)
                .body("moves.planned", equalTo(List.of("held", "cancelled")));
        given().get(Api.BASE + "vocabularies/nothing").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/fields", "/vocabularies", "/vocabularies/states"})
    void whatIsNoParameterThereIsRefused(String address) {
        given().get("/api/v1" + address + "?limit=3").then().statusCode(400);
    }
}
