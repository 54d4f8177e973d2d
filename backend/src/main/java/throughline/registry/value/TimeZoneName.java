package throughline.registry.value;

import java.time.ZoneId;
import java.util.Optional;

/** A time zone by its name in the IANA database, the only names that know when clocks change. */
public final class TimeZoneName {

    // Names of this prefix are Java's own and unknown to other software.
    private static final String JAVA_ONLY = "SystemV/";

    private TimeZoneName() {}

    public static Optional<String> normalize(String name) {
        return Optional.ofNullable(name)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .filter(known -> !known.startsWith(JAVA_ONLY));
    }
}
