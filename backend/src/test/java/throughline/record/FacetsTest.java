package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;

/** How many records have which value. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FacetsTest {

    private static List<String> told(Response page, String field) {
        List<String> told = new ArrayList<>();
        page.jsonPath().getList("facets." + field).forEach(each -> {
            var count = (java.util.Map<?, ?>) each;
            told.add(count.get("value") + "/" + count.get("label") + "/" + count.get("count"));
        });
        return told;
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void valuesAreCountedUnderTheSameFiltersTheirOwnLeftOut(String kind, String title) {
        String tag = Sorted.tag();
        for (String state : Arrays.asList("TX", "TX", "TX", "AK", "WY", null, null)) {
            ObjectNode body = Api.body(kind, title, "Counted").put("state", state);
            body.putArray("tags").add(tag);
            Api.create(kind, body);
        }
        String list = Api.BASE + kind + "?limit=1&facets=state,origin&tags=" + tag;
        Response all = Walks.page(list);
        assertThat(told(all, "state")).containsExactly("TX/Texas/3", "null/null/2", "AK/Alaska/1", "WY/Wyoming/1");
        all.then().body("page.facetsCut", empty()).body("page.total", nullValue());
        Response texas = Walks.page(list + "&state=TX,VA");
        assertThat(told(texas, "state"))
                .containsExactly("TX/Texas/3", "null/null/2", "AK/Alaska/1", "WY/Wyoming/1", "VA/Virginia/0");
        assertThat(told(texas, "origin")).containsExactly("sourced/Sourced/3");
        Response sourced = Walks.page(list + "&q=counted&state=TX,null&lifecycle=withdrawn");
        assertThat(told(sourced, "state")).containsExactly("TX/Texas/0", "null/null/0");
        Response words = Walks.page(list + "&q=counted&origin=illustrative");
        assertThat(told(words, "state")).isEmpty();
        assertThat(told(words, "origin")).containsExactly("sourced/Sourced/7", "illustrative/Illustrative/0");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void ofManyValuesTheFiftyMostFrequentAreToldAndThatThereAreMore(String kind, String title) {
        String tag = Sorted.tag();
        for (int i = 0; i < 4; i++) {
            ObjectNode body = Api.body(kind, title, "Labelled");
            var tags = body.putArray("tags").add(tag);
            for (int n = 0; n < 19; n++) {
                tags.add(tag + "-" + i + "-" + n);
            }
            Api.create(kind, body).then().statusCode(201);
        }
        String list = Api.BASE + kind + "?facets=tags,origin&q=labelled&tags=" + tag;
        // The filter names a value, and leaves it out of its own facet's reckoning.
        Response page = Walks.page(list + "," + tag + "-3-9");
        page.then().body("page.facetsCut", equalTo(List.of("tags")));
        assertThat(page.jsonPath().getList("facets.tags.value").size()).isBetween(50, 52);
        assertThat(page.jsonPath().getList("facets.tags.value")).contains(tag, tag + "-3-9");
    }

    @Test
    void whoConvenedIsToldByName() {
        String tag = Sorted.tag();
        String host = Api.organization("Host " + tag).path("id");
        String other = Api.organization("Other " + tag).path("id");
        String draft = Api.draft("organizations", "name", "Hidden " + tag).path("id");
        ObjectNode body =
                Api.published("title", "Hosted").put("startsOn", "2013-06-06").put("status", "held");
        body.putArray("hosts").add(host);
        body.putArray("tags").add(tag);
        Api.create("convenings", body).then().statusCode(201);
        Response page = Walks.page(Api.BASE + "convenings?facets=hosts,funders&tags=" + tag);
        assertThat(told(page, "hosts")).containsExactly(host + "/Host " + tag + "/1");
        assertThat(told(page, "funders")).containsExactly("null/null/1");
        page = Walks.page(Api.BASE + "convenings?facets=hosts&tags=" + tag + "&hosts=" + other + "," + draft);
        assertThat(told(page, "hosts"))
                .containsExactlyInAnyOrder(
                        host + "/Host " + tag + "/1", other + "/Other " + tag + "/0", draft + "/" + draft + "/0");
        given().get(Api.BASE + "convenings?facets=").then().statusCode(200).body("facets", nullValue());
    }
}
