package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;

/** Where a page of a list may begin: at a record, at a value, at a row, at the end. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlacesTest {

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aPageBeginsAtAnyRecordAndLeadsOnBothWays(String kind, String title) {
        String tag = Sorted.tag();
        Sorted.twelve(kind, title, tag);
        for (String sort : List.of("city,-" + Sorted.number(kind), "-" + Sorted.number(kind), "-createdAt")) {
            String list = Api.BASE + kind + "?tags=" + tag + "&sort=" + sort + "&limit=4";
            List<String> ids = Walks.forward(list, "id");
            for (String id : ids) {
                Response page = Walks.page(list + "&count=true&at=" + id);
                page.then()
                        .body("items[0].id", equalTo(id))
                        .body("page.at", equalTo(id))
                        .body("page.position", equalTo(ids.indexOf(id)))
                        .body("page.total", equalTo(12))
                        .body("page.prev", ids.indexOf(id) == 0 ? nullValue() : notNullValue());
                assertThat(Walks.forward(list + "&at=" + id, "id")).isEqualTo(ids.subList(ids.indexOf(id), 12));
                String previous = page.path("page.prev");
                if (previous != null) {
                    assertThat(Walks.back(previous, "id")).isEqualTo(ids.subList(0, ids.indexOf(id)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRecordThatIsNotInTheViewIsNotFoundInItAndTheFirstPageComes(String kind, String title) {
        String tag = Sorted.tag();
        Sorted.twelve(kind, title, tag);
        String list = Api.BASE + kind + "?tags=" + tag + "&sort=" + title + "&limit=4";
        String elsewhere = Api.published(kind, title, "Elsewhere").path("id");
        for (String id : List.of(elsewhere, "no_such_id")) {
            Response page = Walks.page(list + "&at=" + id);
            page.then().body("page.at", nullValue()).body("page.prev", nullValue());
            assertThat(page.jsonPath().getList("items.id"))
                    .isEqualTo(Walks.page(list).jsonPath().getList("items.id"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aPageBeginsAtAValueOfItsFirstSortField(String kind, String title) {
        String tag = Sorted.tag();
        List<Sorted> all = Sorted.twelve(kind, title, tag);
        String list = Api.BASE + kind + "?tags=" + tag + "&limit=3&sort=";
        List<String> fromElm = all.stream()
                .filter(each -> each.city() == null || each.city().equals("elm"))
                .sorted(Sorted.order("city,name"))
                .map(Sorted::name)
                .toList();
        // As it is written, not as it is kept.
        assertThat(Walks.forward(list + "city," + title + "&from=ELM", title)).isEqualTo(fromElm);
        List<String> fromOne = all.stream()
                .filter(each -> each.number() == null || each.number() <= 1)
                .sorted(Sorted.order("-number,name"))
                .map(Sorted::name)
                .toList();
        String ones = list + "-" + Sorted.number(kind) + "," + title + "&from=1";
        assertThat(Walks.forward(ones, title)).isEqualTo(fromOne);
        String previous = Walks.page(ones).path("page.prev");
        assertThat(Walks.back(previous, title)).hasSize(12 - fromOne.size());
        Walks.page(list + title + "&from=a").then().body("page.prev", nullValue());
        Walks.page(list + "createdAt&from=2020-01-01").then().body("items.size()", equalTo(3));
        Walks.page(list + "state&from=TX").then().body("items.size()", equalTo(3));
        given().get(list + Sorted.number(kind) + "&from=many")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("from"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aCodeIsAValueToBeginAtAsItIsWritten(String kind, String title) {
        String tag = Sorted.tag();
        for (String state : List.of("AK", "TX", "WY")) {
            ObjectNode body = Api.body(kind, title, state).put("state", state);
            body.putArray("tags").add(tag);
            Api.create(kind, body);
        }
        assertThat(Walks.forward(Api.BASE + kind + "?tags=" + tag + "&sort=state&from=TX", title))
                .containsExactly("TX", "WY");
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void waysToBeginExcludeEachOther(String kind, String title) {
        String id = Api.published(kind, title, "Somewhere").path("id");
        String cursor = Walks.page(Api.BASE + kind + "?limit=1&last=true").path("page.prev");
        String before = cursor == null ? "x" : cursor.replaceAll(".*before=([^&]*).*", "$1");
        List<String> ways = List.of("before=" + before, "from=2020-01-01", "last=true", "at=" + id, "row=3");
        for (int i = 1; i < ways.size(); i++) {
            given().urlEncodingEnabled(false)
                    .get(Api.BASE + kind + "?" + ways.get(i - 1) + "&" + ways.get(i))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-parameter"))
                    .body("errors.size()", equalTo(2))
                    .body("errors.parameter", hasItems(name(ways.get(i - 1)), name(ways.get(i))));
        }
        for (String wrong : List.of("row=-1", "row=many", "last=perhaps", "limit=0", "limit=201")) {
            given().get(Api.BASE + kind + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", hasItem(name(wrong)));
        }
    }

    private static String name(String way) {
        return way.substring(0, way.indexOf('='));
    }
}
