package throughline.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.registry.clock.Clock;
import throughline.registry.sql.Sql;

/** An answer that was given before is given again while nothing was written, and never after that. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HotAnswersTest {

    @TestHTTPResource("/api/v1")
    URI base;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    /** Whatever another test made the node doubt. */
    @BeforeEach
    void look() {
        clock.now();
    }

    private Plain plain() {
        return new Plain(base);
    }

    @Test
    void anAnswerGivenAgainIsTheSameToTheByteAndCostsNoStatement() throws Exception {
        String id = Api.convening("Hot convening", Api.organization("Hot host").path("id"))
                .path("id");
        for (String address : List.of(
                "/convenings?sort=startsOn&count=true&facets=state",
                "/convenings?fields=title&limit=3",
                "/convenings/" + id,
                "/convenings/" + id + "?fields=title",
                "/convenings/" + id + "/history",
                "/convenings/" + id + "/history/1",
                "/convenings/" + id + "/references",
                "/fields",
                "/vocabularies/states",
                "")) {
            for (String coding : List.of("gzip", "identity", "gzip;q=0", "br")) {
                Plain.Answer first = plain().get(address, "Accept-Encoding", coding);
                assertThat(first.status()).as(address).isEqualTo(200);
                long before = Sql.sent();
                Plain.Answer again = plain().get(address, "Accept-Encoding", coding);
                assertThat(Sql.sent() - before).as(address + " " + coding).isZero();
                assertThat(again).as(address + " " + coding).isEqualTo(first);
            }
        }
    }

    @Test
    void aLongAnswerIsGivenCompressedToWhoTakesIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            Api.organization("Compressed");
        }
        String list = "/organizations?sort=-createdAt";
        Plain.Answer coded = plain().get(list, "Accept-Encoding", "deflate, gzip;q=0.5");
        Plain.Answer whole = plain().get(list);
        assertThat(coded.header("content-encoding")).isEqualTo("gzip");
        assertThat(whole.header("content-encoding")).isEmpty();
        assertThat(coded.unzipped()).isEqualTo(whole.body());
        assertThat(coded.body().length).isLessThan(whole.body().length / 2);
    }

    @Test
    void aHotAnswerThatIsKnownIsNotSentAgain() throws Exception {
        String address = "/organizations/" + Api.organization("Known").path("id");
        for (String each : List.of(address, "/organizations?limit=1")) {
            String tag = plain().get(each).header("etag");
            long before = Sql.sent();
            Plain.Answer known = plain().get(each, "If-None-Match", "\"x\", " + tag);
            assertThat(known.status()).isEqualTo(304);
            assertThat(known.header("etag")).isEqualTo(tag);
            assertThat(known.header("cache-control")).isEqualTo("no-cache");
            assertThat(known.header("link")).isEmpty();
            assertThat(known.body()).isEmpty();
            assertThat(Sql.sent() - before).isZero();
            assertThat(plain().get(each, "If-None-Match", "unquoted").status()).isEqualTo(400);
        }
    }

    @Test
    void whatOneMaySeeIsNeverGivenToAnother() throws Exception {
        String id =
                Api.draft("organizations", "name", "Seen by its editor alone").path("id");
        String list = "/organizations?lifecycle=draft&id=" + id;
        String key = "Bearer " + Api.key();
        for (int i = 0; i < 3; i++) {
            assertThat(plain().get(list, "Authorization", key).text()).contains(id);
            assertThat(plain().get(list).text()).doesNotContain("Seen by its editor");
            assertThat(plain().get(list, "Authorization", "Bearer wrong").status())
                    .isEqualTo(401);
            assertThat(plain().get("/organizations/" + id, "Authorization", key).text())
                    .contains("\"review\"");
            assertThat(plain().get("/organizations/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void anotherRepresentationIsStillRefused() throws Exception {
        plain().get("/organizations?limit=2");
        plain().get("/organizations?limit=2");
        assertThat(plain().get("/organizations?limit=2", "Accept", "text/turtle")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void whatWasAcknowledgedIsInTheNextAnswerHoweverHotItWas() throws Exception {
        String id = Api.organization("Round 0").path("id");
        List<String> addresses = List.of(
                "/organizations/" + id,
                "/organizations?id=" + id,
                "/organizations?id=" + id + "&count=true",
                "/organizations/" + id + "/history");
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (String address : addresses) {
            readers.add(CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    plain().get(address);
                }
            }));
        }
        try {
            for (int round = 1; round <= 60; round++) {
                String tag = plain().get(addresses.get(0)).header("etag");
                Api.patch("organizations", id, tag, Api.named("name", "Round " + round + "!"))
                        .then()
                        .statusCode(200);
                for (String address : addresses) {
                    assertThat(plain().get(address).text()).as(address).contains("Round " + round + "!");
                }
                assertThat(plain().get(addresses.get(0), "If-None-Match", tag).status())
                        .isEqualTo(200);
            }
        } finally {
            over.set(true);
            readers.forEach(CompletableFuture::join);
        }
    }

    @Test
    void nothingKeptIsGivenWhileACommitMayStillBeOnItsWay() throws Exception {
        String list = "/organizations?limit=4";
        String tag = plain().get(list).header("etag");
        assertThat(plain().get(list, "If-None-Match", tag).status()).isEqualTo(304);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new Sql("update clock set seq = seq + 1").update(connection);
            // As where the answer to a commit was lost: the database still works on it.
            clock.doubt();
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(
                    () -> plain().get(list, "If-None-Match", tag).status());
            try {
                throw new AssertionError("Answered before the commit: " + asked.get(500, TimeUnit.MILLISECONDS));
            } catch (TimeoutException waits) {
                connection.commit();
            }
            assertThat(asked.get()).isEqualTo(200);
        }
    }

    @Test
    void whatWasKeptOfAnotherEpochIsReadAnew() throws Exception {
        String list = "/organizations?limit=5";
        String tag = plain().get(list).header("etag");
        try (var connection = database.getConnection()) {
            String epoch = new Sql("select epoch from clock")
                    .first(connection, row -> row.getString(1))
                    .orElseThrow();
            new Sql("update clock set epoch = 'zz8'").update(connection);
            try {
                // A number of another epoch is met, and the node looks.
                plain().get("/organizations?limit=6");
                assertThat(plain().get(list, "If-None-Match", tag).status()).isEqualTo(200);
            } finally {
                new Sql("update clock set epoch = ?", epoch).update(connection);
                plain().get("/organizations?limit=7");
            }
            long before = Sql.sent();
            assertThat(plain().get(list).header("etag")).isEqualTo(tag);
            assertThat(Sql.sent() - before).isPositive();
        }
    }
}
