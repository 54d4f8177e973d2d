package throughline.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.registry.json.JsonLines;
import throughline.registry.sql.Sql;
import throughline.registry.value.TypeId;
import throughline.registry.write.Author;
import throughline.registry.write.Loader;

/** A file is loaded whole, as one change set, or not at all, and then every reason is told with its line. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LoaderTest {

    @Inject
    Loader loader;

    @Inject
    DataSource database;

    private final String label = "Loaded " + UUID.randomUUID();

    @Test
    void recordsThatReferToLaterLinesAreOneChangeSet() throws SQLException {
        String parent = TypeId.create("org");
        Loader.Loaded loaded = load("""
                {"kind":"organization","name":"Branch","parent":"%s"}

                {"kind":"organization","id":"%s","name":"System"}
                """.formatted(parent, parent));
        assertThat(loaded.refusals()).isEmpty();
        assertThat(loaded.records()).isEqualTo(2);
        assertThat(changeSets()).isEqualTo(1);
    }

    @Test
    void everyRefusalIsToldWithItsLineAndPlaceAndNothingIsWritten() throws SQLException {
        String nobody = TypeId.create("org");
        String twice = TypeId.create("org");
        Loader.Loaded badBodies = load("""
                {"kind":"organization","name":"Good"}

                {"kind":"organization","nam":"Bad"}
                {"kind":"organization","name":"Bad","latitude":91}
                {"name":"Of no kind"}
                {"kind":"wish","name":"Of an unknown kind"}
                {"kind":"organization","id":"org_1","name":"Of a wrong id"}
                {"kind":"organization","id":7,"name":"Of a wrong id"}
                {"kind":"organization","name":"Broken"
                ["no object"]
                """);
        assertThat(starts(badBodies))
                .containsExactly(
                        "line 3: /nam",
                        "line 3: /name",
                        "line 4: /latitude",
                        "line 5: /kind",
                        "line 6: /kind",
                        "line 7: /id",
                        "line 8: /id",
                        "line 9",
                        "line 10");
        Loader.Loaded badTogether = load("""
                {"kind":"organization","name":"Good"}
                {"kind":"organization","name":"One","parent":"%1$s"}
                {"kind":"organization","id":"%2$s","name":"Two"}
                {"kind":"organization","id":"%2$s","name":"Two again"}
                {"kind":"convening","title":"Three","hosts":["%1$s"]}
                """.formatted(nobody, twice));
        assertThat(starts(badTogether)).containsExactlyInAnyOrder("line 4: /id", "line 2: /parent", "line 5: /hosts/0");
        assertThat(badTogether.refusals()).contains("line 2: /parent: There is no record " + nobody);
        assertThat(changeSets()).isZero();
    }

    @Test
    void anIdThatWasUsedBeforeIsRefused() {
        String id = TypeId.create("org");
        String line = "{\"kind\":\"organization\",\"id\":\"" + id + "\",\"name\":\"Once\"}";
        assertThat(load(line).records()).isEqualTo(1);
        assertThat(load("\n" + line).refusals()).containsExactly("line 2: /id: The id was used before: " + id);
    }

    @Test
    void whatIsNoSuchFileIsSaidOnce() {
        assertThat(load("").refusals()).containsExactly("There is no record in it");
        assertThat(load("\r\n \r\n").refusals()).containsExactly("There is no record in it");
        assertThat(load("{\n\"kind\":\n\"organization\"}").refusals())
                .singleElement()
                .asString()
                .contains("NDJSON");
        byte[] utf16 = "{\"kind\":\"organization\",\"name\":\"Good\"}\n".getBytes(StandardCharsets.UTF_16);
        assertThat(load(utf16).refusals()).singleElement().asString().contains("NDJSON");
    }

    @Test
    void aLineThatIsNoUtf8IsNamed() {
        byte[] latin1 =
                "{\"kind\":\"organization\",\"name\":\"Good\"}\n{\"kind\":\"organization\",\"name\":\"Bibliothèque\"}\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(load(latin1).refusals()).containsExactly("line 2: It is not UTF-8.");
    }

    @Test
    void aLineThatIsLongerThanAnyRecordIsNamed() {
        byte[] file = ("{\"kind\":\"organization\",\"name\":\"Good\"}\n[" + "1,".repeat(9 << 20) + "1]\n{}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(load(file).refusals()).first().asString().isEqualTo("line 2: It is longer than 16 MiB.");
        assertThat(starts(load(file))).containsExactly("line 2", "line 3: /kind");
    }

    @Test
    void nothingIsWrittenOfAFileThatChangesWhileItIsLoaded() throws SQLException {
        String line = "{\"kind\":\"organization\",\"name\":\"%s\"}\n";
        Iterator<String> readings = List.of("Counted", "Checked", "Another").iterator();
        Loader.Loaded loaded = load(() -> new ByteArrayInputStream(
                (line.formatted("First") + line.formatted(readings.next())).getBytes(StandardCharsets.UTF_8)));
        assertThat(loaded.refusals()).containsExactly("line 2: It was changed while the file was loaded");
        assertThat(changeSets()).isZero();
    }

    @Test
    void progressIsToldForEachStepAndWhileItIsWritten() {
        List<String> told = new ArrayList<>();
        byte[] file = "{\"kind\":\"organization\",\"name\":\"One of many\"}\n"
                .repeat(1_000)
                .getBytes(StandardCharsets.UTF_8);
        loader.load(
                () -> new ByteArrayInputStream(file),
                new Author("operator", "operator", true),
                "load",
                label,
                (step, done, all) -> told.add(step + " " + done + "/" + all));
        assertThat(told)
                .contains("Checking 1/1000", "Checking 1000/1000")
                .containsSubsequence("Writing 0/1000", "Writing 250/1000", "Writing 500/1000", "Writing 1000/1000");
    }

    private static List<String> starts(Loader.Loaded loaded) {
        return loaded.refusals().stream()
                .map(refusal -> refusal.replaceFirst("(?<=\\d|\\w): [A-Z].*$", ""))
                .toList();
    }

    private Loader.Loaded load(String file) {
        return load(file.getBytes(StandardCharsets.UTF_8));
    }

    private Loader.Loaded load(byte[] file) {
        return load(() -> new ByteArrayInputStream(file));
    }

    private Loader.Loaded load(JsonLines.Source file) {
        Author author = new Author("operator", "operator", true);
        return loader.load(file, author, "load", label, (step, done, all) -> {});
    }

    private int changeSets() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Sql("select count(*) from change_set where label = ?", label)
                    .first(connection, row -> row.getInt(1))
                    .orElseThrow();
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnceInTheOrderOfTheLines() {
        String mended = TypeId.create("org");
        String nobody = TypeId.create("org");
        String ror = "\"identifiers\":[{\"scheme\":\"fscs\",\"value\":\"LT0009\"}]";
        Loader.Loaded loaded = load("""
                {"kind":"organization","name":"Holds it",%s}
                {"kind":"organization","name":"Lost","parent":"%s"}
                {"kind":"organization","id":"%s","name":"To be mended","latitude":91}
                {"kind":"organization","name":"Waits for it","parent":"%s"}
                {"kind":"organization","name":"Holds it too",%s}
                {"kind":"organization","name":"Says too much","version":1,"createdAt":"2020-01-01T00:00:00Z"}
                """.formatted(ror, nobody, mended, mended, ror));
        assertThat(starts(loaded))
                .containsExactly(
                        "line 2: /parent",
                        "line 3: /latitude",
                        "line 5: /identifiers/0/value",
                        "line 6: /version",
                        "line 6: /createdAt");
    }
}
