package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.sql.Sql;

/** What a reader is told where nothing changed, what a part of a record is, and what each answer costs the database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConditionalTest {

    /** How many statements an answer takes. */
    private static long statements(RequestSpecification request, String address) {
        long before = Sql.sent();
        request.urlEncodingEnabled(false).get(address).then().statusCode(not(equalTo(500)));
        return Sql.sent() - before;
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aPageTakesOneStatementAndOneMoreForEachThingAskedBesides(String kind, String title) {
        String tag = Sorted.tag();
        Sorted.twelve(kind, title, tag);
        String list = Api.BASE + kind + "?tags=" + tag + "&limit=3";
        String id = Walks.page(list).path("items[1].id");
        for (String way : List.of("&sort=-city," + title, "&last=true", "&from=2020-01-01", "&row=2", "&at=" + id)) {
            assertThat(statements(given(), list + way)).as(way).isEqualTo(1);
        }
        assertThat(statements(given(), Walks.page(list).path("page.next"))).isEqualTo(1);
        assertThat(statements(given(), list + "&count=true")).isEqualTo(2);
        assertThat(statements(given(), list + "&count=true&facets=tags,state")).isEqualTo(4);
        assertThat(statements(given(), list + "&q=name")).isEqualTo(2);
        assertThat(statements(Api.operator(), list)).isEqualTo(2);
        assertThat(statements(given(), Api.BASE + kind + "/" + id)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aListThatDidNotChangeIsNotReadAgain(String kind, String title) {
        String list = Api.BASE + kind + "?count=true&q=anything&facets=tags&limit=2";
        String tag = given().get(list)
                .then()
                .header("ETag", startsWith("W/\""))
                .extract()
                .header("ETag");
        for (String same : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
            given().header("If-None-Match", same)
                    .get(list)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Cache-Control", equalTo("no-cache"))
                    .header("Vary", containsString("Authorization"))
                    .body(emptyString());
        }
        assertThat(statements(given().header("If-None-Match", tag), list)).isZero();
        assertThat(given().get(Api.BASE + kind + "?limit=2&facets=tags&q=anything&count=true")
                        .header("ETag"))
                .isEqualTo(tag);
        Api.draft(kind, title, "Anything written anywhere");
        given().header("If-None-Match", tag).get(list).then().statusCode(200).header("ETag", not(equalTo(tag)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aTagIsOfTheQuestionAndOfWhatTheReaderMaySee(String kind, String title) {
        Set<String> tags = Set.of(
                given().get(Api.BASE + kind).header("ETag"),
                given().get(Api.BASE + kind + "?limit=2").header("ETag"),
                given().get(Api.BASE + kind + "?fields=" + title).header("ETag"),
                Api.operator().get(Api.BASE + kind).header("ETag"));
        assertThat(tags).hasSize(4);
        Api.operator().get(Api.BASE + kind).then().header("Cache-Control", equalTo("private, no-cache"));
        assertThat(Api.operator().get(Api.BASE + kind).header("ETag"))
                .isEqualTo(Api.operator().get(Api.BASE + kind).header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aPartOfARecordIsAnAnswerOfItsOwn(String kind, String title) {
        String tag = Sorted.tag();
        Response made = Api.create(kind, tagged(Api.body(kind, title, "Partly " + tag), tag));
        String address = Api.BASE + kind + "/" + made.path("id");
        Response part = given().get(address + "?fields=" + title + ",etag");
        assertThat(part.jsonPath().getMap("$").keySet()).containsExactly("id", "kind", title, "etag", "origin");
        part.then()
                .header("ETag", equalTo(part.path("etag")))
                .header("ETag", not(equalTo(given().get(address).header("ETag"))));
        Response row = given().get(Api.BASE + kind + "?tags=" + tag + "&fields=" + title + ",etag");
        assertThat(row.jsonPath().<Map<String, Object>>getList("items"))
                .containsExactly(part.jsonPath().getMap("$"));
        assertThat(given().get(Api.BASE + kind + "?tags=" + tag + "&fields=" + title)
                        .jsonPath()
                        .getMap("items[0]")
                        .keySet())
                .containsExactly("id", "kind", title, "origin");
        given().header("If-None-Match", part.header("ETag"))
                .get(address + "?fields=" + title + ",etag")
                .then()
                .statusCode(304);
        given().header("If-None-Match", part.header("ETag")).get(address).then().statusCode(200);
        Api.patch(kind, made.path("id"), part.path("etag"), "{\"" + title + "\":\"Changed\"}")
                .then()
                .statusCode(200);
    }

    private static ObjectNode tagged(ObjectNode body, String tag) {
        body.putArray("tags").add(tag);
        return body;
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aFieldThatTheReaderCannotSeeIsNamedAsUnknown(String kind, String title) {
        String id = Api.published(kind, title, "Seen").path("id");
        for (String address : List.of(kind, kind + "/" + id)) {
            for (String field : List.of("review", "nothing")) {
                given().get(Api.BASE + address + "?fields=" + title + "," + field)
                        .then()
                        .statusCode(400)
                        .body("errors.parameter", hasItem("fields"))
                        .body("errors[0].detail", containsString("sources"));
            }
        }
        Api.operator().get(Api.BASE + kind + "/" + id + "?fields=review").then().body("review.state", equalTo("none"));
        given().get(Api.BASE + kind + "/" + id + "?limit=2")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("limit"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void whateverCanBeReadHasItsHeadersAlone(String kind, String title) {
        String id = Api.published(kind, title, "Headed").path("id");
        for (String address : List.of(
                kind,
                kind + "/" + id,
                kind + "/" + id + "/references",
                kind + "/" + id + "/history",
                kind + "/" + id + "/history/1",
                "fields",
                "vocabularies",
                "vocabularies/states",
                "")) {
            String whole = Api.BASE + address;
            Response read = given().get(whole.replaceAll("/$", ""));
            given().head(whole.replaceAll("/$", ""))
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo(read.header("ETag")))
                    .header("Content-Type", equalTo(read.header("Content-Type")))
                    .body(emptyString());
            assertThat(read.header("ETag")).as(address).isNotNull();
            given().header("If-None-Match", read.header("ETag"))
                    .head(whole.replaceAll("/$", ""))
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void aHeadOfNothingIsNothing() {
        given().head(Api.BASE + "organizations/org_x").then().statusCode(404).body(emptyString());
    }
}
