package throughline.registry.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An e-mail address as forms on the web take it: mail alone can prove more. */
public final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern PARTS =
            Pattern.compile("(?<local>" + ATOM + "(?:\\." + ATOM + ")*)@(?<host>[^@\\s]+\\.[^@\\s]+)");
    private static final int MAX_LOCAL_LENGTH = 64;

    private EmailAddress() {}

    /** The host in lower case; what stands before the @ is the mail server's own affair. */
    public static Optional<String> normalize(String address) {
        if (address == null || WellFormedText.length(address) > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches() || parts.group("local").length() > MAX_LOCAL_LENGTH) {
            return Optional.empty();
        }
        return HostName.normalize(parts.group("host")).map(host -> parts.group("local") + "@" + host);
    }
}
