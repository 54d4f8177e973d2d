package throughline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.database.TestDatabase;
import throughline.record.Api;

/** The figures of a running server: who may read them, and what they tell. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MetricsTest {

    private static final String FIGURE = "throughline_http_requests_seconds_count";

    private static String figures() {
        Response figures = given().get("/q/metrics");
        figures.then().statusCode(200);
        return figures.asString();
    }

    /** The figure of the one line that has all of these words, or 0 where there is none yet. */
    private static double figure(String... words) {
        return figures()
                .lines()
                .filter(line -> List.of(words).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-proto", "X-Real-IP"})
    void whoComesThroughAProxyIsNotThisMachineAndNeedsTheKey(String header) {
        given().header(header, "127.0.0.1")
                .get("/q/metrics")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", notNullValue())
                .body("type", equalTo("/problems/unauthenticated"))
                .body("requestId", notNullValue());
        Api.operator().header(header, "192.0.2.1").get("/q/metrics").then().statusCode(200);
        given().header(header, "192.0.2.1")
                .header("Authorization", "Bearer tlop_guessed")
                .get("/q/metrics")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics/",
                "//q/metrics",
                "/q//metrics",
                "/q/%6detrics",
                "/q/./metrics",
                "/q/x/../metrics",
                "/q/metrics?x",
                "/q/metrics;x",
                "/q/metrics/x",
                "/Q/metrics"
            })
    void noOtherSpellingOfTheAddressLeadsPastTheCheck(String address) throws IOException {
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.send("GET " + address + " HTTP/1.1\r\nHost: x\r\nX-Real-IP: 192.0.2.1\r\nConnection: close\r\n\r\n");
            assertThat(wire.answer(Integer.MAX_VALUE)).startsWith("HTTP/1.1 4").doesNotContain(FIGURE);
        }
    }

    @Test
    void requestsAreCountedByTheAddressOfTheContractAndNeverByTheirOwn() {
        String id = Api.organization("Counted").path("id");
        double before = figure(FIGURE, "\"/api/v1/organizations/{id}\"", "\"GET\"", "\"200\"");
        given().get(Api.BASE + "organizations/" + id);
        given().get(Api.BASE + "organizations/canary");
        given().get(Api.BASE + "organizations/" + id + "/history/1");
        given().get(Api.BASE + "canary/canary/canary");
        given().get("/canary");
        assertThat(figure(FIGURE, "\"/api/v1/organizations/{id}\"", "\"GET\"", "\"200\""))
                .isEqualTo(before + 1);
        assertThat(figure(FIGURE, "\"/api/v1/{kind}/{id}/history/{version}\"")).isPositive();
        assertThat(figure(FIGURE, "\"unknown\"", "\"404\"")).isPositive();
        assertThat(figures()).doesNotContain("canary").doesNotContain(id);
    }

    @Test
    void writesAreCountedByHowTheyEndAndTheirTimeUnderTheClockIsKept() {
        double written = figure("throughline_writes_total", "\"written\"");
        double held = figure("throughline_write_held_seconds_count");
        double waited = figure("throughline_write_waited_seconds_count");
        Api.organization("Written and counted");
        assertThat(figure("throughline_writes_total", "\"written\"")).isEqualTo(written + 1);
        assertThat(figure("throughline_write_held_seconds_count")).isEqualTo(held + 1);
        assertThat(figure("throughline_write_waited_seconds_count")).isEqualTo(waited + 1);
    }

    @Test
    void thePoolAndTheFeedHaveFiguresToo() {
        double pages = figure("throughline_feed_pages_count");
        Api.organization("Something new to tell");
        given().get(Api.BASE + "changes?limit=1").then().statusCode(200);
        assertThat(figure("throughline_feed_pages_count")).isEqualTo(pages + 1);
        given().get("/q/metrics")
                .then()
                .body(containsString("agroal_active_count"))
                .body(containsString("agroal_awaiting_count"))
                .body(containsString("jvm_memory_used_bytes"))
                .body(not(containsString("http_server_requests")));
    }
}
