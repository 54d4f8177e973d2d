package throughline.registry.value;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date as exact as its source is: a year, a month or a day, shown as it was given and sorted by its first day. */
public final class PartialDate {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private final String text;
    private final LocalDate firstDay;

    private PartialDate(String text, LocalDate firstDay) {
        this.text = text;
        this.firstDay = firstDay;
    }

    /** Years run from 1000 to 9999: below is a slip of the keyboard (0013 for 2013), above does not sort as text. */
    public static Optional<PartialDate> parse(String text) {
        return text == null
                ? Optional.empty()
                : DateText.parse(text + missingPart(text)).map(day -> new PartialDate(text, day));
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    private static String missingPart(String text) {
        if (YEAR.matcher(text).matches()) {
            return "-01-01";
        }
        return MONTH.matcher(text).matches() ? "-01" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialDate && text.equals(((PartialDate) other).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
