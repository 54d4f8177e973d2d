package throughline.registry.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTextTest {

    @ParameterizedTest
    @CsvSource({
        "6100806,6100806.00",
        "6100806.5,6100806.50",
        "289387.00,289387.00",
        "0,0.00",
        "0.01,0.01",
        "9999999999999.99,9999999999999.99"
    })
    void anAmountHasTwoDecimals(String given, String normal) {
        assertThat(MoneyText.normalize(given)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1.",
                ".5",
                "1.234",
                "1,000",
                "1e3",
                "NaN",
                "$5",
                "007",
                "10000000000000",
                "1 ",
                "\u0661"
            })
    void whatIsNoAmountIsRefused(String given) {
        assertThat(MoneyText.normalize(given)).isEmpty();
    }
}
