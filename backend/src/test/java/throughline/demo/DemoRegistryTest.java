package throughline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static throughline.demo.DemoFiles.eachText;
import static throughline.demo.DemoFiles.list;
import static throughline.demo.DemoFiles.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import throughline.registry.value.IdentifierScheme;
import throughline.registry.value.LocalDateTimeText;
import throughline.registry.value.PartialDate;
import throughline.registry.value.TypeId;
import throughline.registry.value.WebAddress;
import throughline.registry.value.WellFormedText;

/** What the demo registry tells is what its sources say, and what is invented in it says so. */
class DemoRegistryTest {

    private static final Map<String, String> PREFIXES = Map.of("organization", "org", "convening", "conv");

    private final Map<String, JsonNode> records = DemoFiles.records();

    @Test
    void everyIdIsOfItsKindAndStandsOnce() {
        Set<String> ids = new HashSet<>();
        records.forEach((id, record) -> {
            assertThat(TypeId.fits(id, PREFIXES.get(record.get("kind").asText())))
                    .as(id)
                    .isTrue();
            assertThat(ids.add(id)).isTrue();
            record.path("sessions")
                    .forEach(s ->
                            assertThat(isNewId(s, "sess", ids)).as(s.toString()).isTrue());
            record.path("participants")
                    .forEach(p ->
                            assertThat(isNewId(p, "part", ids)).as(p.toString()).isTrue());
        });
    }

    @Test
    void everyReferenceLeadsToARecordOfAnEarlierLine() {
        Set<String> earlier = new HashSet<>();
        records.forEach((id, record) -> {
            eachText(record, (name, text) -> {
                if (text.startsWith("org_") || text.startsWith("conv_")) {
                    assertThat(text.equals(id) || earlier.contains(text))
                            .as("%s of %s", name, id)
                            .isTrue();
                }
            });
            earlier.add(id);
        });
    }

    @Test
    void everyRecordIsPublishedAndHasWhatThatNeeds() {
        records.values().forEach(record -> {
            assertThat(record.get("lifecycle").asText()).isEqualTo("published");
            assertThat(record.at(isConvening(record) ? "/title" : "/name").asText())
                    .isNotBlank();
            assertThat(record.at(isConvening(record) ? "/startsOn" : "/sector").asText())
                    .isNotBlank();
            assertThat(isConvening(record) && record.get("hosts").isEmpty()).isFalse();
        });
    }

    @Test
    void whatIsSourcedNamesItsSourcesAndRefersToNoExample() {
        sourced().forEach(record -> {
            assertThat(record.get("sources")).as(record.toString()).isNotEmpty();
            record.get("sources")
                    .forEach(source -> assertThat(source.get("title").asText()).isNotBlank());
            record.path("figures")
                    .forEach(figure ->
                            assertThat(figure.at("/source/title").asText()).isNotBlank());
            eachText(record, (name, text) -> {
                if (records.containsKey(text)) {
                    assertThat(isSourced(records.get(text))).isTrue();
                }
            });
        });
    }

    @Test
    void anExampleSaysThatItIsOne() {
        List<JsonNode> examples =
                records.values().stream().filter(record -> !isSourced(record)).toList();

        assertThat(examples).hasSize(4).allSatisfy(example -> {
            assertThat(example.get("origin").asText()).isEqualTo("illustrative");
            assertThat(example.at(isConvening(example) ? "/title" : "/name").asText())
                    .startsWith("Example");
        });
    }

    @Test
    void theExampleOfAConveningShowsListedAndUnlistedPeople() {
        JsonNode example = convening("2026-09-17");

        assertThat(example.get("participants")).hasSize(8).allSatisfy(person -> {
            boolean listed = person.get("listed").asBoolean();
            assertThat(person.has("consentOn")).isEqualTo(listed);
            assertThat(person.path("email").asText("@example.org")).endsWith("@example.org");
        });
        assertThat(example.get("participants"))
                .filteredOn(person -> !person.get("listed").asBoolean())
                .hasSize(3)
                .allSatisfy(person -> assertThat(person.hasNonNull("email") && person.hasNonNull("note"))
                        .isTrue());
        assertThat(example.get("sessions")).allSatisfy(session -> assertThat(LocalDateTimeText.existsIn(
                        session.path("startsAt").asText(),
                        example.get("timeZone").asText()))
                .isTrue());
    }

    @Test
    void everyValueIsInItsNormalForm() {
        records.values().forEach(record -> {
            record.path("identifiers").forEach(identifier -> {
                IdentifierScheme scheme =
                        IdentifierScheme.of(identifier.get("scheme").asText()).orElseThrow();
                assertThat(scheme.normalize(identifier.get("value").asText()))
                        .contains(identifier.get("value").asText());
            });
            eachText(record, (name, text) -> {
                assertThat(WellFormedText.multiLineProblem(text)).as(text).isEmpty();
                assertThat(WellFormedText.normalize(text)).isEqualTo(text);
                if (name.equals("url")) {
                    assertThat(WebAddress.normalize(text)).contains(text);
                } else if (name.endsWith("On") || name.equals("asOf") || name.equals("from") || name.equals("to")) {
                    assertThat(PartialDate.parse(text)).as(text).isPresent();
                }
            });
        });
    }

    @Test
    void theConveningOfJune2013IsHostedByImlsAndWebJunction() {
        JsonNode convening = convening("2013-06-06");

        assertThat(convening.get("city").asText()).isEqualTo("Arlington");
        assertThat(convening.get("state").asText()).isEqualTo("VA");
        assertThat(convening.get("placeNote").asText()).contains("Arlington", "Crystal City");
        assertThat(texts(convening.get("alternateTitles"))).contains("CE Summit");
        assertThat(texts(convening.get("hosts")))
                .containsExactly(id("Institute of Museum and Library Services"), id("WebJunction"));
        assertThat(organization("WebJunction").get("relationships")).anySatisfy(relationship -> {
            assertThat(relationship.get("type").asText()).isEqualTo("part-of");
            assertThat(relationship.get("organization").asText()).isEqualTo(id("OCLC"));
        });
    }

    @Test
    void fifteenOfFourSectorsWereAnnouncedAndNoneIsInvented() {
        assertThat(convening("2013-06-06").get("expectedParticipants").asInt()).isEqualTo(15);
        assertThat(texts(convening("2013-06-06").get("sectors")))
                .containsExactly("state-library", "library-association", "nonprofit-ce-provider", "lis-school");
        assertThat(sourced()).noneMatch(record -> record.hasNonNull("participants"));
    }

    @Test
    void theFourTopicsAreItsSessions() {
        List<JsonNode> sessions = list(convening("2013-06-06").get("sessions"));

        assertThat(sessions)
                .extracting(session -> session.get("title").asText())
                .containsExactly(
                        "Knowledge of CE needs, service gaps, and priority challenges in delivering CE nationally",
                        "Strategies and planned activities of organizations that influence or offer CE",
                        "Ideas for developing sustainable CE business models",
                        "Best ideas for coordinating and supporting joint efforts to address CE needs, "
                                + "including available IMLS Laura Bush 21st Century Librarian funding");
        assertThat(convening("2013-06-06").get("goal").asText())
                .contains("new partnerships, projects, and action steps");
    }

    @Test
    void librariesAndMuseumsAreCountedAsEachSourceCountsThem() {
        List<JsonNode> figures =
                list(organization("Institute of Museum and Library Services").get("figures"));

        assertThat(figures)
                .extracting(DemoRegistryTest::summary)
                .contains(
                        tuple("libraries", "eq", 123000, "2013-06-06"),
                        tuple("museums", "eq", 17500, "2013-06-06"),
                        tuple("libraries", "eq", 122000, ""),
                        tuple("museums", "gt", 30000, "2016-07"),
                        tuple("museums", "eq", 35000, "2017"));
    }

    @Test
    void membersOfWebJunctionAreCountedAsEachSourceCountsThem() {
        List<JsonNode> figures = list(organization("WebJunction").get("figures"));

        assertThat(figures)
                .extracting(DemoRegistryTest::summary)
                .contains(
                        tuple("members", "gt", 70000, "2013-06-06"),
                        tuple("members", "gt", 70000, "2012-09"),
                        tuple("members", "gt", 80000, "2013-05"));
        assertThat(organization("WebJunction").get("description").asText()).contains("small and rural libraries");
    }

    @Test
    void imlsIsKnownByItsIdentifiersElsewhere() {
        JsonNode identifiers =
                organization("Institute of Museum and Library Services").get("identifiers");

        assertThat(identifiers)
                .extracting(i -> i.get("scheme").asText(), i -> i.get("value").asText())
                .contains(
                        tuple("ror", "030prv062"),
                        tuple("isni", "0000000122148522"),
                        tuple("wikidata", "Q6040649"),
                        tuple("crossref-funder", "100000208"));
    }

    @Test
    void theCoalitionMetFirstInMarch2014AndEndedIn2018() {
        JsonNode meeting = convening("2014-03-27");

        assertThat(meeting.get("endsOn").asText()).isEqualTo("2014-03-28");
        assertThat(meeting.get("placeNote").asText()).contains("Washington, D.C.", "Arlington, Virginia");
        assertThat(meeting.at("/followsFrom/0/id").asText())
                .isEqualTo(convening("2013-06-06").get("id").asText());
        JsonNode coalition = records.get(meeting.at("/hosts/0").asText());
        assertThat(coalition.get("sector").asText()).isEqualTo("coalition");
        assertThat(coalition.get("closedOn").asText()).isEqualTo("2018");
    }

    private static boolean isNewId(JsonNode part, String prefix, Set<String> known) {
        return TypeId.fits(part.get("id").asText(), prefix)
                && known.add(part.get("id").asText());
    }

    private static boolean isConvening(JsonNode record) {
        return record.get("kind").asText().equals("convening");
    }

    private static boolean isSourced(JsonNode record) {
        return record.get("origin").asText().equals("sourced");
    }

    private List<JsonNode> sourced() {
        return records.values().stream().filter(DemoRegistryTest::isSourced).toList();
    }

    private JsonNode organization(String name) {
        return records.get(id(name));
    }

    private String id(String name) {
        return records.values().stream()
                .filter(record -> record.path("name").asText().equals(name))
                .map(record -> record.get("id").asText())
                .collect(Collectors.joining());
    }

    private JsonNode convening(String startsOn) {
        return records.values().stream()
                .filter(record -> record.path("startsOn").asText().equals(startsOn))
                .findFirst()
                .orElseThrow();
    }

    private static Tuple summary(JsonNode figure) {
        return tuple(
                figure.get("measure").asText(),
                figure.get("comparator").asText(),
                figure.get("value").asInt(),
                figure.path("asOf").asText());
    }
}
