package throughline.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.registry.write.Author;
import throughline.registry.write.Loader;

/** Real libraries and museums, loaded by the command's own code. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RealFileTest {

    private static final int RECORDS = 24_641;

    @Inject
    Loader loader;

    @Test
    void theLibrariesAndMuseumsLoadInUnderAMinuteAndAreFound() throws IOException {
        String folder = System.getProperty("throughline.test.data", "");
        assumeTrue(!folder.isBlank(), "Skipped: no folder is named by throughline.test.data");
        Instant start = Instant.now();
        Loader.Loaded loaded = load(Files.readAllBytes(Path.of(folder, "orgs", "imls_organizations.ndjson")));
        assertThat(loaded.refusals()).isEmpty();
        assertThat(loaded.records()).isEqualTo(RECORDS);
        Duration loading = Duration.between(start, Instant.now());
        given().get(Api.BASE + "organizations?q=anchor+point&state=AK&count=true")
                .then()
                .body("page.total", equalTo(1))
                .body("items[0].name", equalTo("Anchor Point Public Library"));
        given().get(Api.BASE + "organizations?q=ancorage+libary&state=AK")
                .then()
                .body("items.name", org.hamcrest.Matchers.hasItem("Anchorage Public Library"));
        wholeLoadIsUndoneAtOnce();
        assertThat(loading).isLessThan(Duration.ofMinutes(1));
    }

    /** Nothing stays behind: who loaded the wrong file takes it back as any other change. */
    private static void wholeLoadIsUndoneAtOnce() {
        String load = Api.operator().get(Api.BASE + "change-sets?limit=1").path("items[0].id");
        Instant start = Instant.now();
        Api.operator().post(Api.BASE + "change-sets/" + load + "/undo").then().statusCode(200);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
        given().get(Api.BASE + "organizations?q=anchor+point&state=AK&count=true")
                .then()
                .body("page.total", equalTo(0));
    }

    private Loader.Loaded load(byte[] file) {
        Author author = new Author("operator", "operator", true);
        return loader.load(() -> new ByteArrayInputStream(file), author, "load", "Loaded", (step, done, all) -> {});
    }

    @Test
    void whatLinesAreRefusedForTogetherIsToldByLineToo() {
        String nowhere = "org_01m880120ze4dbbedrdpm13s5r";
        String known = "\"identifiers\":[{\"scheme\":\"fscs\",\"value\":\"LO0001\"}]";
        Loader.Loaded loaded = load(String.join(
                        "\n",
                        "{\"kind\":\"organization\",\"name\":\"Good\"," + known + "}",
                        "{\"kind\":\"organization\",\"name\":\"Lost\",\"parent\":\"" + nowhere + "\"}",
                        "{\"kind\":\"organization\",\"name\":\"Same\"," + known + "}")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(loaded.records()).isZero();
        assertThat(loaded.refusals()).hasSize(2);
        assertThat(loaded.refusals().get(0)).startsWith("line 2: /parent");
        assertThat(loaded.refusals().get(1)).startsWith("line 3: /identifiers/0/value");
    }
}
