package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;
import throughline.registry.json.JsonLines;
import throughline.registry.write.Author;
import throughline.registry.write.Loader;

/** What several writers do to one another: each way in which another order of a write broke, with requests that really run at once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WritersTest {

    /** What is promised is 20,000: {@code -Dthroughline.test.referrers=20000} on a machine that does nothing else. */
    private static final int REFERRERS = Integer.getInteger("throughline.test.referrers", 2_000);

    @Inject
    Loader loader;

    @Test
    void aRenameBesideChangesOfItsNeighboursBlocksNobodyAndLosesNothing() {
        Response host = Api.organization("Beside 0");
        List<String> neighbours = IntStream.range(0, 4)
                .mapToObj(i -> Api.convening("Neighbour " + i, host.path("id")).<String>path("id"))
                .toList();
        int rounds = 10;
        CompletableFuture<Void> renames = CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, rounds)
                .forEach(i -> ok(Api.patch("organizations", host.path("id"), "*", "{\"name\":\"Beside " + i + "\"}"))));
        List<CompletableFuture<Void>> changes = neighbours.stream()
                .map(id -> CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, rounds)
                        .forEach(i -> ok(Api.patch("convenings", id, "*", "{\"summary\":\"Change " + i + "\"}")))))
                .toList();
        renames.join();
        changes.forEach(CompletableFuture::join);
        for (String id : neighbours) {
            given().get(Api.BASE + "convenings/" + id)
                    .then()
                    .body("hosts[0].title", equalTo("Beside " + rounds))
                    .body("summary", equalTo("Change " + rounds))
                    .body("version", equalTo(rounds + 1));
        }
    }

    @Test
    void noPublicRecordIsLeftPointingAtWhatIsDeletedOrHiddenMeanwhile() {
        for (int round = 0; round < 6; round++) {
            Response host = Api.organization("Going " + round);
            String address = Api.BASE + "organizations/" + host.path("id");
            boolean deletes = round % 2 == 0;
            CompletableFuture<Integer> going = CompletableFuture.supplyAsync(() -> deletes
                    ? Api.operator().header("If-Match", "*").delete(address).statusCode()
                    : Api.patch("organizations", host.path("id"), "*", "{\"lifecycle\":\"draft\"}")
                            .statusCode());
            int made = Api.convening("Refers meanwhile", host.path("id")).statusCode();
            int gone = going.join();
            assertThat(List.of(gone, made)).isIn(List.of(deletes ? 204 : 200, deletes ? 422 : 409), List.of(409, 201));
        }
    }

    @Test
    void aRecordMayBeWithdrawnWhileAnotherComesToNameIt() {
        Response host = Api.organization("Withdrawing");
        CompletableFuture<Response> withdrawal = CompletableFuture.supplyAsync(
                () -> Api.patch("organizations", host.path("id"), "*", "{\"lifecycle\":\"withdrawn\"}"));
        Api.convening("Names what is withdrawn", host.path("id")).then().statusCode(201);
        withdrawal.join().then().statusCode(200).body("lifecycle", equalTo("withdrawn"));
    }

    @Test
    void ofThoseWhoClaimOneIdentifierAtOnceOneGetsIt() {
        for (int round = 0; round < 3; round++) {
            String value = "WR000" + round;
            List<Integer> statuses = AtOnce.each(6, i -> {
                ObjectNode body = Json.object().put("name", "Claimant " + i);
                body.putArray("identifiers").addObject().put("scheme", "fscs").put("value", value);
                return Api.create("organizations", body).statusCode();
            });
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void ofEightEditorsNoneLosesWhatAnotherSaved(String kind, String title) {
        Response made = Api.draft(kind, title, "Counted");
        String address = Api.BASE + kind + "/" + made.path("id");
        List<Integer> statuses =
                AtOnce.each(8, editor -> IntStream.range(0, 12)
                                .mapToObj(i -> oneTagMore(kind, address))
                                .toList())
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        assertThat(statuses).containsOnly(200, 412);
        int saved = (int) statuses.stream().filter(status -> status == 200).count();
        Api.operator().get(address).then().body("version", equalTo(saved + 1)).body("tags.size()", equalTo(saved % 21));
    }

    /** Twenty tags are the most; then it begins anew. */
    private static int oneTagMore(String kind, String address) {
        Response read = Api.operator().get(address);
        ObjectNode patch = Json.object();
        ArrayNode tags = patch.putArray("tags");
        int count = read.<List<String>>path("tags").size();
        for (int i = 0; count < 20 && i <= count; i++) {
            tags.add("tag " + i);
        }
        return Api.patch(kind, read.path("id"), read.header("ETag"), Json.write(patch))
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource(textBlock = Api.KINDS)
    void aRenameElsewhereNeverRefusesASave(String kind, String title) {
        Response source = Api.organization("Named elsewhere");
        ObjectNode body = Json.object().put(title, "Follows");
        body.putArray("followsFrom").add(source.<String>path("id"));
        Response made = Api.create(kind, body);
        Api.patch("organizations", source.path("id"), "*", "{\"name\":\"Named anew\"}");
        Response read = Api.operator().get(Api.BASE + kind + "/" + made.path("id"));
        assertThat(read.header("ETag")).isNotEqualTo(made.header("ETag"));
        Api.patch(kind, made.path("id"), made.header("ETag"), "{\"tags\":[\"mine\"]}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("followsFrom[0].title", equalTo("Named anew"));
    }

    @Test
    void theNumberMovesOfWhatAnswersOtherwiseNowAndOfNothingElse() {
        Response host = Api.organization("Number");
        ObjectNode unlisted =
                conveningOf("Names it unlisted", Api.organization("Other host").path("id"));
        unlisted.putArray("participants")
                .addObject()
                .put("name", "Somebody")
                .put("organization", host.<String>path("id"));
        Response shows = Api.convening("Shows it", host.path("id"));
        Response hides = Api.create("convenings", unlisted);
        Response stranger =
                Api.convening("Knows nothing of it", Api.organization("A third").path("id"));
        Api.patch("organizations", host.path("id"), "*", "{\"city\":\"Elsewhere\"}");
        assertThat(seq(shows)).isEqualTo(shows.<Integer>path("seq"));
        Api.patch("organizations", host.path("id"), "*", "{\"name\":\"Number two\"}");
        assertThat(seq(shows)).isGreaterThan(shows.<Integer>path("seq"));
        assertThat(seq(hides)).isEqualTo(hides.<Integer>path("seq"));
        assertThat(seq(stranger)).isEqualTo(stranger.<Integer>path("seq"));
        int before = seq(shows);
        Api.patch("organizations", host.path("id"), "*", "{\"origin\":\"illustrative\"}");
        assertThat(seq(shows)).isGreaterThan(before);
        given().get(address(shows)).then().body("hosts[0].origin", equalTo("illustrative"));
    }

    @Test
    void aRenameThatThousandsShowTakesSecondsAndOthersWriteMeanwhile() throws InterruptedException {
        Response host = Api.organization("Everybody's host");
        ObjectNode convening = conveningOf("One of very many", host.path("id")).put("kind", "convening");
        JsonLines.Source lines =
                Api.lines(Stream.generate(() -> Json.write(convening)).limit(REFERRERS));
        assertThat(loader.load(lines, Author.NOBODY, "load", "Very many", (step, done, all) -> {})
                        .records())
                .isEqualTo(REFERRERS);
        Instant begin = Instant.now();
        CompletableFuture<Duration> rename = CompletableFuture.supplyAsync(() -> {
            ok(Api.patch("organizations", host.path("id"), "*", "{\"name\":\"Everybody's, renamed\"}"));
            return Duration.between(begin, Instant.now());
        });
        Thread.sleep(100);
        Instant asked = Instant.now();
        ok(Api.patch("organizations", Api.organization("Meanwhile").path("id"), "*", "{\"city\":\"Meanwhile\"}"));
        Duration waited = Duration.between(asked, Instant.now());
        assertThat(rename.join()).isLessThan(Duration.ofSeconds(5));
        assertThat(waited).isLessThan(Duration.ofSeconds(2));
        given().get(Api.BASE + "convenings?hosts=" + host.path("id") + "&count=true&last=true&limit=1")
                .then()
                .body("items[0].hosts[0].title", equalTo("Everybody's, renamed"))
                .body("items[0].version", equalTo(1))
                .body("page.total", equalTo(REFERRERS));
    }

    private static ObjectNode conveningOf(String title, String host) {
        ObjectNode body =
                Api.published("title", title).put("startsOn", "2013-06-06").put("status", "held");
        body.putArray("hosts").add(host);
        return body;
    }

    private static String address(Response made) {
        return Api.BASE + "convenings/" + made.path("id");
    }

    private static int seq(Response made) {
        return given().get(address(made)).path("seq");
    }

    private static void ok(Response answer) {
        answer.then().statusCode(200);
    }
}
