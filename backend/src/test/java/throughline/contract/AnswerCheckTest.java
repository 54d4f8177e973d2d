package throughline.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.record.Api;
import throughline.registry.json.Json;

/** The check of all answers bites: a planted lie is found. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AnswerCheckTest {

    private static final Set<String> HEADERS = Set.of("ETag", "X-Request-Id");

    private final AnswerCheck check = new AnswerCheck();
    private String address;
    private String body;

    @BeforeEach
    void aRealAnswer() {
        address =
                Api.BASE + "organizations/" + Api.organization("Told as it is").path("id");
        body = given().get(address).asString();
    }

    @Test
    void aTrueAnswerPasses() {
        assertThatCode(() -> answered(200, "application/json;charset=UTF-8", HEADERS, body))
                .doesNotThrowAnyException();
    }

    @Test
    void aMemberTakenAwayIsFound() {
        lie(record -> record.remove("acronym"));
        lie(record -> ((ObjectNode) record.at("/sources/0")).remove("publisher"));
    }

    @Test
    void aMemberOfAnotherTypeIsFound() {
        lie(record -> record.put("version", "1"));
        lie(record -> record.putNull("name"));
        lie(record -> record.put("createdAt", "yesterday"));
        lie(record -> record.put("kind", "convening"));
        lie(record -> record.putObject("tags"));
    }

    @Test
    void aMemberThatIsNotToldOfIsFound() {
        lie(record -> record.put("secret", "told to nobody"));
        lie(record -> ((ObjectNode) record.at("/sources/0")).put("secret", "told to nobody"));
    }

    @Test
    void aMemberTakenFromARowIsFoundUnlessPartWasAskedFor() {
        ObjectNode page =
                Json.read(given().get(Api.BASE + "organizations?limit=1").asString());
        ((ObjectNode) page.at("/items/0")).remove("acronym");
        address = Api.BASE + "organizations?limit=1";
        refused(200, "application/json", HEADERS, Json.write(page));
        address = Api.BASE + "organizations?limit=1&fields=name";
        assertThatCode(() -> answered(200, "application/json", HEADERS, Json.write(page)))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherStatusTypeOrHeaderIsFound() {
        refused(201, "application/json", HEADERS, body);
        refused(200, "text/plain", HEADERS, body);
        refused(200, "application/json", Set.of("X-Request-Id"), body);
        refused(404, "application/problem+json", HEADERS, "{}");
        refused(304, null, HEADERS, body);
    }

    @Test
    void anAnswerOfNoOperationIsFound() {
        address = Api.BASE + "nothing";
        refused(200, "application/json", HEADERS, body);
    }

    private void lie(Consumer<ObjectNode> change) {
        ObjectNode record = Json.read(body);
        change.accept(record);
        refused(200, "application/json", HEADERS, Json.write(record));
    }

    private void refused(int status, String type, Set<String> headers, String answer) {
        assertThatThrownBy(() -> answered(status, type, headers, answer)).isInstanceOf(AssertionError.class);
    }

    private void answered(int status, String type, Set<String> headers, String answer) {
        check.check("GET", URI.create(address), new AnswerCheck.Answer(status, type, headers, answer));
    }
}
