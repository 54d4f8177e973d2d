package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;

/** Who refers to a record. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReferringTest {

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void referencesAreTheLinksOfOthersInOrderPageByPage(String kind, String title) {
        String id = Api.published(kind, title, "Target").path("id");
        for (String name : List.of("Zeta", "élan", "Alpha", "Elm", "beta")) {
            ObjectNode body = Api.body("organizations", "name", name);
            body.putArray("followsFrom")
                    .addObject()
                    .put("id", id)
                    .put("on", "2013")
                    .put("note", "As " + name);
            Api.create("organizations", body).then().statusCode(201);
        }
        ObjectNode draft = Api.body("organizations", "name", "Draft").put("lifecycle", "draft");
        draft.putArray("followsFrom").add(id);
        Api.create("organizations", draft);
        String address = Api.BASE + kind + "/" + id + "/references";
        List<String> names = List.of("Alpha", "beta", "élan", "Elm", "Zeta");
        for (int limit : List.of(1, 2, 50)) {
            assertThat(Walks.forward(address + "?limit=" + limit, "record.title"))
                    .isEqualTo(names);
        }
        String last = address + "?limit=2";
        for (String next = last; next != null; next = Walks.page(next).path("page.next")) {
            last = next;
        }
        assertThat(Walks.back(last, "record.title")).isEqualTo(names);
        Response first = given().get(address);
        assertThat(first.jsonPath().getMap("items[0]").keySet())
                .containsExactly("record", "field", "part", "type", "role", "from", "to", "on", "source", "note");
        first.then()
                .header("ETag", startsWith("W/"))
                .body(
                        "items[0].record.keySet()",
                        equalTo(Map.of("id", 1, "kind", 1, "title", 1, "origin", 1)
                                .keySet()))
                .body("items[0].field", equalTo("followsFrom"))
                .body("items[0].on", equalTo("2013"))
                .body("items[0].note", equalTo("As Alpha"))
                .body("items[0].type", nullValue());
        Api.operator().get(address).then().body("items.record.title", hasItem("Draft"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void referencesAreNarrowedByKindAndField(String kind, String title) {
        String id = Api.published(kind, title, "Target").path("id");
        ObjectNode convening = Api.body("convenings", "title", "A convening");
        convening.putArray("followsFrom").add(id);
        Api.create("convenings", convening).then().statusCode(201);
        ObjectNode organization = Api.body("organizations", "name", "An organization");
        organization.putArray("followsFrom").add(id);
        Api.create("organizations", organization).then().statusCode(201);
        String address = Api.BASE + kind + "/" + id + "/references?";
        assertThat(Walks.forward(address + "kinds=convenings", "record.title")).containsExactly("A convening");
        assertThat(Walks.forward(address + "kinds=convenings,organizations", "record.title"))
                .hasSize(2);
        assertThat(Walks.forward(address + "kinds=", "record.title")).isEmpty();
        assertThat(Walks.forward(address + "field=followsFrom&kinds=organizations", "record.title"))
                .containsExactly("An organization");
        assertThat(Walks.forward(address + "field=hosts", "record.title")).isEmpty();
        for (String wrong : List.of("kinds=people", "field=nothing", "limit=0", "sort=title")) {
            given().get(address + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", hasItem(wrong.substring(0, wrong.indexOf('='))));
        }
        given().get(address + "field=nothing")
                .then()
                .body("errors[0].detail", containsString("participants.organization"));
        given().get(Api.BASE + kind + "/" + kind.substring(0, 3) + "_x/references")
                .then()
                .statusCode(404);
        String draft = Api.draft(kind, title, "Nobody's").path("id");
        given().get(Api.BASE + kind + "/" + draft + "/references").then().statusCode(404);
    }

    @Test
    void whereSomeoneWorksIsToldOfThoseAloneWhoAreListed() {
        String employer = Api.organization("Employer").path("id");
        ObjectNode body = Api.body("convenings", "title", "Attended");
        body.putArray("participants").addObject().put("name", "Hidden").put("organization", employer);
        body.withArray("participants")
                .addObject()
                .put("name", "Shown")
                .put("organization", employer)
                .put("listed", true);
        Response made = Api.create("convenings", body);
        String address = Api.BASE + "organizations/" + employer + "/references";
        given().get(address)
                .then()
                .body("items.part", equalTo(List.of(made.<String>path("participants[1].id"))))
                .body("items.field", equalTo(List.of("participants.organization")));
        Api.operator().get(address).then().body("items.size()", equalTo(2));
    }
}
