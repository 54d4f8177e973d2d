package throughline.registry.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeIdTest {

    @Test
    void aNewIdFitsItsOwnPrefixAlone() {
        String id = TypeId.create("org");

        assertThat(TypeId.fits(id, "org")).isTrue();
        assertThat(TypeId.fits(id, "conv")).isFalse();
        assertThat(id).hasSize(30);
    }

    @Test
    void itsFirstCharactersTellWhenItWasMade() {
        long before = System.currentTimeMillis();
        String suffix = TypeId.create("need").substring("need_".length());

        long millis = 0;
        for (char c : suffix.substring(0, 10).toCharArray()) {
            millis = millis << 5 | "0123456789abcdefghjkmnpqrstvwxyz".indexOf(c);
        }
        assertThat(millis).isBetween(before, System.currentTimeMillis() + 1000);
        assertThat(suffix.charAt(10)).as("version 7 of UUIDs").isBetween('e', 'f');
    }

    @Test
    void laterIdsSortAfterEarlierOnes() {
        List<String> ids =
                IntStream.range(0, 20_000).mapToObj(i -> TypeId.create("org")).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsOfManyThreadsAreDistinct() {
        List<String> ids = Stream.generate(() -> TypeId.create("org"))
                .parallel()
                .limit(50_000)
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "org",
                "org_",
                "org01ffffffffffffffffffffffff",
                "ORG_01k9ffffffffffffffffffffff",
                "org_01K9FFFFFFFFFFFFFFFFFFFFFF",
                "org_81k9ffffffffffffffffffffff",
                "org_01k9fffffffffffffffffffff",
                "org_01k9fffffffffffffffffffffff",
                "org_01k9ffffffffffffffffffffil",
                "org_01k9fffffffffffffffffffff ",
                "org-01k9ffffffffffffffffffffff",
                "org_zzzzzzzzzzzzzzzzzzzzzzzzzz",
                "org_01k9ffffffffffffffffffff\u0663f"
            })
    void whatIsNotWrittenAsAnIdDoesNotFit(String id) {
        assertThat(TypeId.fits(id, "org")).isFalse();
    }

    @Test
    void theHighestUuidFitsAndNothingDoesNot() {
        assertThat(TypeId.fits("org_7zzzzzzzzzzzzzzzzzzzzzzzzz", "org")).isTrue();
        assertThat(TypeId.fits(null, "org")).isFalse();
    }
}
