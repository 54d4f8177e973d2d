package throughline.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.registry.clock.Clock;
import throughline.registry.clock.RegistryNumber;
import throughline.registry.sql.Sql;

/** On a database that other nodes write to, nothing is given again before the clock was read. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SharedDatabaseTest.Shared.class)
class SharedDatabaseTest {

    public static final class Shared implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("throughline.database.own", "false");
        }
    }

    @TestHTTPResource("/api/v1")
    URI base;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private Plain plain() {
        return new Plain(base);
    }

    private long statements(String address, String... headers) {
        long before = Sql.sent();
        plain().get(address, headers);
        return Sql.sent() - before;
    }

    @Test
    void anAnswerGivenAgainCostsTheReadingOfTheClock() {
        String record = "/organizations/" + Api.organization("Shared").path("id");
        for (String address : new String[] {record, "/organizations?limit=3&count=true"}) {
            Plain.Answer first = plain().get(address);
            assertThat(statements(address)).isEqualTo(1);
            assertThat(plain().get(address)).isEqualTo(first);
            assertThat(statements(address, "If-None-Match", first.header("etag")))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatAnotherNodeWroteIsInTheNextAnswer() throws Exception {
        String list = "/organizations?limit=2";
        String tag = plain().get(list).header("etag");
        for (int round = 0; round < 20; round++) {
            assertThat(plain().get(list, "If-None-Match", tag).status()).isEqualTo(304);
            try (var connection = database.getConnection()) {
                new Sql("update clock set seq = seq + 1").update(connection);
            }
            Plain.Answer next = plain().get(list, "If-None-Match", tag);
            assertThat(next.status()).isEqualTo(200);
            assertThat(next.header("etag")).isNotEqualTo(tag);
            tag = next.header("etag");
        }
    }

    @Test
    void whoeverAsksWhileTheClockIsReadSharesTheFollowingReading() {
        long before = Sql.sent();
        List<CompletableFuture<RegistryNumber>> asked =
                IntStream.range(0, 1000).mapToObj(each -> clock.next()).toList();
        asked.forEach(CompletableFuture::join);
        assertThat(Sql.sent() - before).isBetween(1L, 200L);
    }

    @Test
    void nothingThatWasKeptIsGivenAfterTheNumberWentBack() throws Exception {
        String list = "/organizations?limit=7";
        String record =
                "/organizations/" + Api.organization("Before the restore").path("id");
        plain().get(record);
        plain().get(list);
        try (var connection = database.getConnection()) {
            new Sql("update clock set seq = seq - 1").update(connection);
            plain().get(list);
            // The same number again, and another past.
            new Sql("update clock set seq = seq + 1").update(connection);
            new Sql(
                            "update entry set document = replace(document, 'Before the', 'After the') where title like ?",
                            "Before the%")
                    .update(connection);
        }
        assertThat(plain().get(record).text()).contains("After the restore");
    }
}
