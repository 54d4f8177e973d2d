package throughline.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;

/** The contract at the top of the repository is what the server serves. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContractDriftTest {

    private static final Path CONTRACT = Path.of("..", "openapi.yaml");

    @Test
    void theCommittedContractIsWhatTheServerServes() throws IOException {
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("throughline.contract.accept")) {
            Files.writeString(CONTRACT, served);
        }
        assertThat(Files.readString(CONTRACT))
                .as(
                        "openapi.yaml differs from what is served. Renew it with: ./mvnw verify -Dthroughline.contract.accept=true")
                .isEqualTo(served);
    }
}
