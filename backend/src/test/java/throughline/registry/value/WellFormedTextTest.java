package throughline.registry.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x85, 0x9F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
                0x2066, 0x2067, 0x2068, 0x2069
            })
    void controlsAndReorderingCharactersAreRefusedInEveryText(int codePoint) {
        String text = "State" + Character.toString(codePoint) + "Library";

        assertThat(WellFormedText.problem(text)).get().asString().contains(String.format("U+%04X", codePoint));
        assertThat(WellFormedText.multiLineProblem(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\uD800', '\uDBFF', '\uDC00', '\uDFFF'})
    void halfOfACharacterIsRefused(char half) {
        assertThat(WellFormedText.problem("a" + half)).get().asString().contains("half of a character");
        assertThat(WellFormedText.multiLineProblem(half + "a")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {'\t', '\n', '\r', 0x2028, 0x2029})
    void tabsAndLineEndsAreAtHomeInTextOfSeveralLinesAlone(int codePoint) {
        String text = "one" + Character.toString(codePoint) + "two";

        assertThat(WellFormedText.problem(text)).isPresent();
        assertThat(WellFormedText.multiLineProblem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Café",
                "Bibliothèque de Québec",
                "Ka Waihona Puke Aupuni o ka Moku‘āina",
                "library \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "مكتبة الكونغرس",
                "می\u200Cخواهم",
                "図書館"
            })
    void textOfAnyLanguageIsWellFormed(String text) {
        assertThat(WellFormedText.problem(text)).isEmpty();
    }

    @Test
    void lengthCountsCharactersAsPeopleDoAfterComposingThem() {
        assertThat(WellFormedText.length("\uD83D\uDCDA".repeat(200))).isEqualTo(200);
        assertThat(WellFormedText.length("Cafe\u0301")).isEqualTo(4);
        assertThat(WellFormedText.normalize("Cafe\u0301")).isEqualTo("Caf\u00E9");
    }
}
