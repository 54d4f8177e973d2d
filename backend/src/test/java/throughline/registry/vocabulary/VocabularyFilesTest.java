package throughline.registry.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import throughline.registry.value.IdentifierScheme;
import throughline.registry.value.WellFormedText;

class VocabularyFilesTest {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ROW = Pattern.compile(
            "\\('([^']+)', '([^']+)', '(?:[^']|'')+',\\s+(?:null|'(?:[^']|'')+'), ([0-9]+), true, (null|'[^']+')\\)");

    private final Map<String, JsonNode> closed = closed();
    private final Map<String, List<String>> open = open();

    @Test
    void aClosedVocabularyHasDistinctCodesWithLabels() {
        closed.forEach((name, vocabulary) -> {
            assertThat(name).matches(KEBAB);
            assertThat(vocabulary.get("open").isBoolean()
                            && !vocabulary.get("open").asBoolean())
                    .isTrue();
            assertThat(codes(vocabulary)).as(name).isNotEmpty().doesNotHaveDuplicates();
            for (JsonNode term : vocabulary.get("terms")) {
                assertThat(WellFormedText.problem(term.get("label").asText())).isEmpty();
                assertThat(term.get("label").asText()).isNotBlank();
                assertThat(term.fieldNames()).toIterable().containsExactly("code", "label", "description", "parent");
            }
        });
    }

    @Test
    void aMoveLeadsFromEachCodeToCodesOfItsVocabulary() {
        closed.values().stream()
                .filter(vocabulary -> !vocabulary.get("moves").isNull())
                .forEach(vocabulary -> {
                    assertThat(vocabulary.get("moves").fieldNames())
                            .toIterable()
                            .containsExactlyElementsOf(codes(vocabulary));
                    vocabulary
                            .get("moves")
                            .forEach(moves -> moves.forEach(
                                    to -> assertThat(codes(vocabulary)).contains(to.asText())));
                });
    }

    @Test
    void aConveningMovesFromPlannedToHeldToReported() {
        JsonNode moves = closed.get("convening-status").get("moves");

        assertThat(moves.get("planned")).extracting(JsonNode::asText).containsExactly("held", "cancelled");
        assertThat(moves.get("held")).extracting(JsonNode::asText).containsExactly("reported");
        assertThat(moves.get("reported")).extracting(JsonNode::asText).containsExactly("held");
        assertThat(moves.get("cancelled")).extracting(JsonNode::asText).containsExactly("planned");
    }

    @Test
    void theSchemesOfIdentifiersAreThoseThatCanBeChecked() {
        assertThat(codes(closed.get("identifier-schemes")))
                .containsExactlyElementsOf(Arrays.stream(IdentifierScheme.values())
                        .map(IdentifierScheme::code)
                        .toList());
    }

    @Test
    void statesAndCountriesAreWhole() {
        assertThat(codes(closed.get("states")))
                .hasSize(59)
                .contains("VA", "DC", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW")
                .allMatch(code -> code.matches("[A-Z]{2}"));
        assertThat(codes(closed.get("countries")))
                .hasSize(249)
                .contains("US", "TR")
                .allMatch(code -> code.matches("[A-Z]{2}"));
        assertThat(codes(closed.get("locales"))).hasSize(12);
    }

    @Test
    void anOpenVocabularyHasDistinctCodesInOrder() {
        assertThat(open.keySet())
                .containsExactlyInAnyOrder(
                        "sectors",
                        "audiences",
                        "library-types",
                        "gap-underserved",
                        "challenge-category",
                        "offering-type",
                        "competencies");
        open.forEach((name, codes) -> assertThat(codes).as(name).doesNotHaveDuplicates());
        assertThat(open.get("sectors")).hasSize(19).startsWith("federal-agency").endsWith("other");
    }

    @Test
    void aCompetencyIsNamedAfterItsArea() {
        assertThat(open.get("competencies")).contains("library-management", "library-management.budget-and-funding");
        assertThat(open.get("competencies").stream().filter(code -> code.contains(".")))
                .extracting(code -> code.substring(0, code.indexOf('.')))
                .allSatisfy(area -> assertThat(open.get("competencies")).contains(area));
    }

    private static List<String> codes(JsonNode vocabulary) {
        List<String> codes = new ArrayList<>();
        vocabulary.get("terms").forEach(term -> codes.add(term.get("code").asText()));
        return codes;
    }

    private static Map<String, JsonNode> closed() {
        ObjectMapper json = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        Map<String, JsonNode> closed = new LinkedHashMap<>();
        try (InputStream file = VocabularyFilesTest.class.getResourceAsStream("/vocabularies.json")) {
            for (JsonNode vocabulary : json.readTree(file)) {
                assertThat(closed.put(vocabulary.get("name").asText(), vocabulary))
                        .isNull();
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return closed;
    }

    private static Map<String, List<String>> open() {
        Map<String, List<String>> open = new LinkedHashMap<>();
        String migration = "/db/migration/V002__vocabulary_terms.sql";
        try (InputStream file = VocabularyFilesTest.class.getResourceAsStream(migration)) {
            ROW.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(row -> {
                        List<String> codes = open.computeIfAbsent(row.group(1), name -> new ArrayList<>());
                        codes.add(row.group(2));
                        assertThat(Integer.parseInt(row.group(3))).isEqualTo(codes.size());
                        if (!"null".equals(row.group(4))) {
                            assertThat("'" + row.group(2))
                                    .startsWith(row.group(4).replaceAll("'$", "."))
                                    .matches(".*\\..*");
                        }
                    });
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return open;
    }
}
