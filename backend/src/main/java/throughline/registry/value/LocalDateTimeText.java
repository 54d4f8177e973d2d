package throughline.registry.value;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time on the clock of the place where people meet: {@code YYYY-MM-DDTHH:MM}, without an offset. */
public final class LocalDateTimeText {

    private static final Pattern MINUTE = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}");

    private LocalDateTimeText() {}

    public static Optional<LocalDateTime> parse(String text) {
        if (text == null || !MINUTE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException noSuchTime) {
            return Optional.empty();
        }
    }

    public static Optional<String> normalize(String text) {
        return parse(text).map(LocalDateTime::toString);
    }

    /** False for the hour that clocks of that zone leave out in spring: nothing can start then. */
    public static boolean existsIn(String text, String timeZone) {
        return TimeZoneName.normalize(timeZone)
                .flatMap(zone ->
                        parse(text).map(time -> ZoneId.of(zone).getRules().getValidOffsets(time)))
                .filter(offsets -> !offsets.isEmpty())
                .isPresent();
    }
}
