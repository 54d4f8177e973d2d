package throughline.registry.query;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.registry.field.Kinds;
import throughline.registry.problem.ProblemException;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"one", "one,two,three", "one,"})
    void aCursorThatKeepsOtherThanTwoSortsOfWordsWasForged(String kept) {
        List<String> words = Arrays.stream(kept.split(",", -1))
                .map(word -> word.isEmpty() ? null : word)
                .toList();
        ListQuery query = new ListQuery(
                Kinds.named("organization").orElseThrow(),
                List.of(),
                null,
                List.of(),
                List.of("library"),
                1,
                new Place.Beside(new Cursor(List.of("1", "org_"), words, "any", false)),
                false,
                List.of(),
                List.of(),
                "");
        assertThatThrownBy(() -> Words.of(null, query)).isInstanceOf(ProblemException.class);
    }
}
