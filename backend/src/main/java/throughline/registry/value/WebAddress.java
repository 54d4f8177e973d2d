package throughline.registry.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address on the web that a page may link to: http or https, a host, and no password inside. */
public final class WebAddress {

    private static final int MAX_LENGTH = 2048;
    private static final int MAX_PORT = 65535;

    // Spaces, controls and the characters that no address may hold bare: with them a link ends early or starts markup.
    private static final Pattern BARE = Pattern.compile("[^\\s\\p{Cntrl}\\p{Z}<>\"\\\\^`{|}]+");
    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>https?)://(?:[^/?#:@\\[\\]]*@)?(?<host>\\[[0-9a-f:.]+]|[^/?#:@\\[\\]]+)"
                    + "(?::(?<port>[0-9]{1,5}))?(?<rest>[/?#].*)?",
            Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /**
     * Scheme and host in lower case, what follows as it stood. A name before the host goes, for it only misleads
     * ({@code http://info@museum.example} is an e-mail address half made a link); one with a password is refused.
     */
    public static Optional<String> normalize(String address) {
        if (address == null || !BARE.matcher(address).matches() || WellFormedText.length(address) > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches() || !isPort(parts.group("port"))) {
            return Optional.empty();
        }
        return host(parts.group("host"))
                .map(host -> parts.group("scheme").toLowerCase(Locale.ROOT) + "://" + host
                        + (parts.group("port") == null ? "" : ":" + parts.group("port"))
                        + (parts.group("rest") == null ? "" : parts.group("rest")));
    }

    private static Optional<String> host(String host) {
        return host.startsWith("[") ? Optional.of(host.toLowerCase(Locale.ROOT)) : HostName.normalize(host);
    }

    private static boolean isPort(String port) {
        return port == null || Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= MAX_PORT;
    }
}
