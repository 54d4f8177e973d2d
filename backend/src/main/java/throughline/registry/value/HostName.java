package throughline.registry.value;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a machine inside web and e-mail addresses, international names included. */
final class HostName {

    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final int MAX_LENGTH = 253;

    private HostName() {}

    static Optional<String> normalize(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        try {
            String ascii = IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED);
            boolean good = ascii.length() <= MAX_LENGTH && LABELS.matcher(ascii).matches();
            return good ? Optional.of(lower) : Optional.empty();
        } catch (IllegalArgumentException noHostName) {
            return Optional.empty();
        }
    }
}
