package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.database.TestDatabase;

/** Values are never bent into shape: what is not of its field's type is told by its pointer, and nothing is kept of it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ValuesTest {

    private static Response posted(String plural, String body) {
        return Api.operator().contentType("application/json").body(body).post(Api.BASE + plural);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    populationServed | 2147483648
                    populationServed | 1e400
                    populationServed | 1.9
                    populationServed | "7"
                    populationServed | ""
                    populationServed | true
                    populationServed | -1
                    latitude         | 90.001
                    latitude         | "33"
                    latitude         | 1e-400
                    foundedYear      | 999
                    acronym          | 123
                    acronym          | ["IMLS"]
                    acronym          | {"a":1}
                    sector           | "no-such-sector"
                    sector           | 1
                    closedOn         | "2026-02-30"
                    closedOn         | "0000"
                    closedOn         | "99999"
                    closedOn         | "2026-13"
                    closedOn         | 2018
                    url              | "javascript:alert(1)"
                    url              | "http://user:secret@example.org/"
                    publicEmail      | "nobody"
                    alternateNames   | "one"
                    tags             | [1]
                    parent           | "conv_01m880120ze4dbbedrdpm13s5r"
                    parent           | "org_7zzzzzzzzzzzzzzzzzzzzzzzzz"
                    """)
    void aValueOfAnotherTypeIsRefusedWithItsPointer(String field, String value) {
        posted("organizations", "{\"name\":\"Valued\",\"" + field + "\":" + value + "}")
                .then()
                .statusCode(422)
                .body("errors.pointer.findAll { it.startsWith('/" + field + "') }.size()", equalTo(1))
                .body("errors.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-06-06T09:00Z",
                "2013-06-06T09:00-05:00",
                "2013-06-06 09:00",
                "2013-06-06T24:00",
                "2013-06-31T09:00",
                "2013-06-06",
                "2013-03-10T02:30"
            })
    void aLocalTimeHasNoOffsetAndMustHaveBeenOnTheClocksThere(String time) {
        posted(
                        "convenings",
                        "{\"title\":\"Timed\",\"startsOn\":\"2013-03-01\",\"timeZone\":\"America/New_York\",\"sessions\":"
                                + "[{\"title\":\"One\"},{\"title\":\"Two\",\"startsAt\":\"" + time + "\"}]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/sessions/1/startsAt"));
    }

    @Test
    void anIntegerMayBeWrittenWithAnExponentOrAZeroFractionButIsKeptAsOne() {
        posted("organizations", "{\"name\":\"Counted\",\"populationServed\":2147483647}")
                .then()
                .statusCode(201)
                .body("populationServed", equalTo(2147483647));
    }

    @Test
    void aNumberInAFigureIsKeptExactly() {
        String exact = "12345678901234567890.123456789";
        Response made = posted(
                "organizations",
                "{\"name\":\"Figured\",\"figures\":[{\"measure\":\"libraries\",\"value\":" + exact + "}]}");
        made.then().statusCode(201);
        assertThat(made.asString()).contains("\"value\":" + exact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ED%A0%80", "%C0%AF", "%FF"})
    void brokenTextInAnAddressIsRefusedAndNeverAFailure(String broken) {
        for (String address : List.of(
                "organizations?q=" + broken,
                "organizations?city=" + broken,
                "organizations?" + broken + "=1",
                "organizations/" + broken,
                "organizations?identifier=ror:" + broken)) {
            int status =
                    given().urlEncodingEnabled(false).get(Api.BASE + address).statusCode();
            assertThat(status).as(address).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0007", "\\u0085", "\\u202e", "\\u2066"})
    void charactersThatNobodySeesAreRefusedInNames(String hidden) {
        posted("organizations", "{\"name\":\"Li" + hidden + "brary\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].code", equalTo("malformed-text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "12345678901234567890",
                "org_",
                "ORG_01M880120ZE4DBBEDRDPM13S5R",
                "org_01m880120ze4dbbedrdpm13s5r%20"
            })
    void anIdThatIsNoneLeadsNowhere(String id) {
        given().urlEncodingEnabled(false)
                .get(Api.BASE + "organizations/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
