package throughline.registry.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount of money as a decimal string, which no reader turns into a rounded binary number. */
public final class MoneyText {

    // Thirteen digits before the point are above any budget of a nation, and fit numeric(15, 2).
    private static final Pattern AMOUNT = Pattern.compile("(?:0|[1-9][0-9]{0,12})(?:\\.[0-9]{1,2})?");

    private MoneyText() {}

    public static Optional<String> normalize(String text) {
        return text == null || !AMOUNT.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(new BigDecimal(text).setScale(2).toPlainString());
    }
}
