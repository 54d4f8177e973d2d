package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.registry.sql.Sql;

/** While one write takes long, the others wait for it in a short line, and whoever reads does not. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QueueTest {

    @Inject
    DataSource database;

    @Test
    void readersAndRefusedWritesNeverWaitForAWriterAndWhoWaitsTooLongIsToldToComeAgain() throws SQLException {
        Response made = Api.organization("Waited for");
        CompletableFuture<List<Response>> waiting;
        try (Connection clock = database.getConnection()) {
            clock.setAutoCommit(false);
            new Sql("select seq from clock for update").first(clock, row -> row.getLong(1));
            waiting = CompletableFuture.supplyAsync(() -> AtOnce.each(
                    6, i -> Api.patch("organizations", made.path("id"), "*", "{\"city\":\"City " + i + "\"}")));
            Instant begin = Instant.now();
            while (Duration.between(begin, Instant.now()).toMillis() < 4_500) {
                Instant asked = Instant.now();
                given().get(Api.BASE + "organizations/" + made.path("id"))
                        .then()
                        .statusCode(200);
                Api.patch("organizations", made.path("id"), "*", "{\"misspelt\":1}")
                        .then()
                        .statusCode(422);
                Api.patch("organizations", made.path("id"), "\"other\"", "{}")
                        .then()
                        .statusCode(412);
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
            }
            clock.rollback();
        }
        List<Response> answers = waiting.join();
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(2);
        answers.stream().filter(answer -> answer.statusCode() != 200).forEach(answer -> answer.then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("type", equalTo("/problems/overloaded")));
    }

    @Test
    void aWriteBehindOneThatLastsIsToldToComeAgainWithinSecondsAndIsNotDoneBehindItsBack() throws SQLException {
        Response made = Api.organization("Behind a load");
        CompletableFuture<Response> waiting;
        Instant begin = Instant.now();
        try (Connection clock = database.getConnection()) {
            clock.setAutoCommit(false);
            new Sql("select seq from clock for update").first(clock, row -> row.getLong(1));
            waiting = CompletableFuture.supplyAsync(
                    () -> Api.patch("organizations", made.path("id"), "*", "{\"city\":\"Too late\"}"));
            waiting.join()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("type", equalTo("/problems/overloaded"));
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
            clock.rollback();
        }
        given().get(Api.BASE + "organizations/" + made.path("id")).then().body("version", equalTo(1));
    }
}
