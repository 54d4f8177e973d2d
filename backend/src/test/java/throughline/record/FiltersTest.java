package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;

/** What a list may be narrowed by. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FiltersTest {

    private static String made(String kind, String title, String name, Consumer<ObjectNode> more) {
        ObjectNode body = Api.body(kind, title, name);
        more.accept(body);
        return Api.create(kind, body).then().statusCode(201).extract().path("id");
    }

    /** The names of what matches, in the order of their names. */
    private static List<String> found(String kind, String title, String filters) {
        return Walks.forward(Api.BASE + kind + "?sort=" + title + "&" + filters, title);
    }

    private static void refused(String kind, String filter, String hint) {
        given().urlEncodingEnabled(false)
                .get(Api.BASE + kind + "?" + filter)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("errors.parameter", hasItem(filter.substring(0, filter.indexOf('='))))
                .body("errors[0].detail", containsString(hint));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aListOfValuesIsAnyOfThemAndNotNoneAndNullIsNoValue(String kind, String title) {
        String tag = Sorted.tag();
        for (String state : Arrays.asList("AK", "TX", "WY", null)) {
            made(kind, title, state == null ? "Nowhere" : "In " + state, body -> body.put("state", state)
                    .putArray("tags")
                    .add(tag));
        }
        Map<String, List<String>> expected = Map.of(
                "state=AK", List.of("In AK"),
                "state=AK,WY", List.of("In AK", "In WY"),
                "state=TX,null", List.of("In TX", "Nowhere"),
                "state=null", List.of("Nowhere"),
                "state.not=AK,WY", List.of("In TX", "Nowhere"),
                "state.not=AK,null", List.of("In TX", "In WY"),
                "state.not=null", List.of("In AK", "In TX", "In WY"),
                "state=AK,TX&state.not=TX", List.of("In AK"),
                "state=", List.of(),
                "state.not=", List.of("In AK", "In TX", "In WY", "Nowhere"));
        expected.forEach((filter, names) -> assertThat(found(kind, title, "tags=" + tag + "&" + filter))
                .as(filter)
                .isEqualTo(names));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatHasAnOrderIsComparedAndAbsentValuesNeverFit(String kind, String title) {
        String tag = Sorted.tag();
        String field = Sorted.number(kind);
        for (Integer number : Arrays.asList(1, 20, 300, null)) {
            made(kind, title, "N" + number, body -> body.put(field, number)
                    .putArray("tags")
                    .add(tag));
        }
        Map<String, List<String>> expected = Map.of(
                field + ".gte=20",
                List.of("N20", "N300"),
                field + ".gt=20",
                List.of("N300"),
                field + ".lte=20",
                List.of("N1", "N20"),
                field + ".lt=20",
                List.of("N1"),
                field + ".gte=2&" + field + ".lte=20",
                List.of("N20"),
                field + "=1,300",
                List.of("N1", "N300"),
                field + "=null",
                List.of("Nnull"),
                "createdAt.gte=2020-01-01",
                List.of("N1", "N20", "N300", "Nnull"),
                "updatedAt.gte=2020-01-01T00:00:00Z",
                List.of("N1", "N20", "N300", "Nnull"),
                "createdAt.lt=2020-01-01",
                List.of());
        expected.forEach((filter, names) -> assertThat(found(kind, title, "tags=" + tag + "&" + filter))
                .as(filter)
                .isEqualTo(names));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void draftsAreFoundByWhoMaySeeThemAndAreNoErrorForOthers(String kind, String title) {
        String tag = Sorted.tag();
        for (String lifecycle : List.of("draft", "published", "withdrawn")) {
            made(kind, title, lifecycle, body -> body.put("lifecycle", lifecycle)
                    .putArray("tags")
                    .add(tag));
        }
        assertThat(found(kind, title, "tags=" + tag)).containsExactly("published");
        assertThat(found(kind, title, "tags=" + tag + "&lifecycle=draft")).isEmpty();
        assertThat(found(kind, title, "tags=" + tag + "&lifecycle=draft,published,withdrawn"))
                .containsExactly("published", "withdrawn");
        assertThat(found(kind, title, "tags=" + tag + "&lifecycle.not=published"))
                .isEmpty();
        String drafts = Api.BASE + kind + "?count=true&facets=lifecycle&tags=" + tag + "&lifecycle=draft";
        given().get(drafts).then().body("page.total", equalTo(0));
        assertThat(given().get(drafts).jsonPath().getList("facets.lifecycle.findAll { it.count > 0 }.value"))
                .containsExactly("published", "withdrawn");
        Api.operator()
                .get(drafts)
                .then()
                .body("page.total", equalTo(1))
                .body("items." + title, equalTo(List.of("draft")));
        Api.operator()
                .get(Api.BASE + kind + "?tags=" + tag)
                .then()
                .body("items." + title, equalTo(List.of("published")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void recordsAreFoundByIdByOriginAndByWhatTheyFollowFrom(String kind, String title) {
        String tag = Sorted.tag();
        String first =
                made(kind, title, "A", body -> body.putArray("tags").add(tag).add("more-" + tag));
        String second = made(kind, title, "B", body -> body.put("origin", "illustrative")
                .putArray("tags")
                .add(tag));
        made(kind, title, "C", body -> {
            body.putArray("tags").add(tag);
            body.putArray("followsFrom").add(first);
        });
        assertThat(found(kind, title, "id=" + first + "," + second)).containsExactly("A", "B");
        assertThat(found(kind, title, "id=" + first + "&tags=elsewhere-" + tag)).isEmpty();
        assertThat(found(kind, title, "id=")).isEmpty();
        assertThat(found(kind, title, "tags=" + tag + "&origin=illustrative")).containsExactly("B");
        assertThat(found(kind, title, "tags=" + tag + "&tags.not=more-" + tag)).containsExactly("B", "C");
        assertThat(found(kind, title, "followsFrom=" + first)).containsExactly("C");
        assertThat(found(kind, title, "tags=" + tag + "&followsFrom=null")).containsExactly("A", "B");
        assertThat(found(kind, title, "tags=" + tag + "&followsFrom.not=" + first))
                .containsExactly("A", "B");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(first);
        }
        refused(kind, "id=" + String.join(",", many), "200");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void theReviewIsAskedForBySignedInPeopleAlone(String kind, String title) {
        String tag = Sorted.tag();
        made(kind, title, "Quiet", body -> body.putArray("tags").add(tag));
        made(kind, title, "Submitted", body -> {
            body.put("lifecycle", "draft").putArray("tags").add(tag);
            body.putObject("review").put("state", "submitted");
        });
        Api.operator()
                .get(Api.BASE + kind + "?lifecycle=draft,published&sort=-reviewAt," + title + "&review=submitted&tags="
                        + tag)
                .then()
                .statusCode(200)
                .body("items." + title, equalTo(List.of("Submitted")));
        Api.operator()
                .get(Api.BASE + kind + "?lifecycle=draft,published&sort=-reviewAt&tags=" + tag)
                .then()
                .body("items." + title, equalTo(List.of("Submitted", "Quiet")));
        refused(kind, "review=submitted", "state");
        refused(kind, "sort=reviewAt", title);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whatIsWrongIsNamedWithWhatThereIs(String kind, String title) {
        refused(kind, "state=Texas", "WY");
        refused(kind, "stat=TX", "state");
        refused(kind, "state.gte=TX", "state");
        refused(kind, Sorted.number(kind) + ".gte=many", "integer");
        refused(kind, "createdAt.gte=yesterday", "instant");
        refused(kind, "followsFrom=org_x", "id");
        refused(kind, "id=grnt_x", "begin");
        refused(kind, "origin=null", "sourced");
        refused(kind, "sort=phone", title);
        refused(kind, "sort=city,state,createdAt," + title, "three");
        refused(kind, "facets=city", "state");
        refused(kind, "fields=nothing", "tags");
        refused(kind, "count=yes", "true");
    }

    @Test
    void anOrganizationIsFoundByItsIdentifierAndByWhomItIsRelatedTo() {
        String tag = Sorted.tag();
        String whole = made(
                "organizations", "name", "Whole", body -> body.putArray("tags").add(tag));
        String friend = made(
                "organizations", "name", "Friend", body -> body.putArray("tags").add(tag));
        made("organizations", "name", "Part", body -> {
            body.put("parent", whole).putArray("tags").add(tag);
            body.putArray("relationships").addObject().put("type", "part-of").put("organization", whole);
            body.withArray("relationships")
                    .addObject()
                    .put("type", "partner-of")
                    .put("organization", friend);
            body.putArray("identifiers").addObject().put("scheme", "ror").put("value", "030prv062");
        });
        String own = "tags=" + tag + "&";
        assertThat(found("organizations", "name", "identifier=ror:030prv062")).containsExactly("Part");
        assertThat(found("organizations", "name", own + "identifier=null")).containsExactly("Friend", "Whole");
        assertThat(found("organizations", "name", "parent=" + whole)).containsExactly("Part");
        assertThat(found("organizations", "name", own + "parent=null")).containsExactly("Friend", "Whole");
        assertThat(found("organizations", "name", own + "relationships.type=part-of"))
                .containsExactly("Part");
        assertThat(found("organizations", "name", "relationships=" + whole)).containsExactly("Part");
        // The type and the organization are those of one relationship.
        assertThat(found("organizations", "name", "relationships=" + whole + "&relationships.type=part-of"))
                .containsExactly("Part");
        assertThat(found("organizations", "name", "relationships=" + whole + "&relationships.type=partner-of"))
                .isEmpty();
        assertThat(found("organizations", "name", own + "relationships.type.not=part-of"))
                .containsExactly("Friend", "Whole");
        refused("organizations", "identifier=ror", "ror:");
        refused("organizations", "identifier=ror:nothing", "ror:");
        refused("organizations", "relationships.type=enemy-of", "part-of");
    }

    @Test
    void aConveningIsFoundByWhoIsListedAndByWhoIsNotForThoseAloneWhoMaySeeThem() {
        String listed = Api.organization("Listed there").path("id");
        String hidden = Api.organization("Hidden there").path("id");
        made("convenings", "title", "Attended", body -> {
            body.putArray("sectors").add("museum").add("archive");
            body.putArray("participants")
                    .addObject()
                    .put("name", "Seen")
                    .put("organization", listed)
                    .put("listed", true);
            body.withArray("participants").addObject().put("name", "Unseen").put("organization", hidden);
        });
        assertThat(found("convenings", "title", "participants.organization=" + listed))
                .containsExactly("Attended");
        assertThat(found("convenings", "title", "participants.organization=" + listed + "&sectors=archive,vendor"))
                .containsExactly("Attended");
        assertThat(found("convenings", "title", "participants.organization=" + listed + "&sectors.not=museum"))
                .isEmpty();
        assertThat(found("convenings", "title", "participants.organization=" + hidden))
                .isEmpty();
        Api.operator()
                .get(Api.BASE + "convenings?participants.organization=" + hidden)
                .then()
                .body("items.title", equalTo(List.of("Attended")));
        refused("convenings", "participants.name=Seen", "participants.organization");
    }
}
