package throughline.registry.value;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as bodies and filters write it: {@code YYYY-MM-DD}, and one that the calendar has. */
public final class DateText {

    // A year below 1000 is a slip of the keyboard (0013 for 2013), one above 9999 would no longer sort as text.
    private static final Pattern DAY = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

    private DateText() {}

    public static Optional<LocalDate> parse(String text) {
        if (text == null || !DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    public static Optional<String> normalize(String text) {
        return parse(text).map(LocalDate::toString);
    }
}
