package throughline.registry.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The arithmetic and the patterns by which schemes of identifiers tell a good value from a slip. */
final class IdentifierChecks {

    private static final Pattern ROR = Pattern.compile("0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}");
    private static final Pattern ISNI = Pattern.compile("[0-9]{15}[0-9X]");
    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]*[\\x21-\\x7E])?");
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int MAX_LENGTH = 300;

    private IdentifierChecks() {}

    /** The check digits are 98 less the remainder of the number, moved up two places, by 97 (ISO 7064 mod 97-10). */
    static Optional<String> ror(String value) {
        String ror = without(value.toLowerCase(Locale.ROOT), "(?:https?://)?(?:www\\.)?ror\\.org/");
        if (!ROR.matcher(ror).matches()) {
            return Optional.empty();
        }
        long number = 0;
        for (char c : ror.substring(0, 7).toCharArray()) {
            number = number * 32 + CROCKFORD.indexOf(c);
        }
        return accept(ror, 98 - number * 100 % 97 == Long.parseLong(ror.substring(7)));
    }

    /** The last character is the check character of ISO 7064 mod 11-2, X for ten. */
    static Optional<String> isni(String value) {
        String isni = without(value, "(?i)(?:https?://)?(?:www\\.)?isni\\.org/(?:isni/)?")
                .replaceAll("[ -]", "")
                .toUpperCase(Locale.ROOT);
        if (!ISNI.matcher(isni).matches()) {
            return Optional.empty();
        }
        int total = 0;
        for (char c : isni.substring(0, 15).toCharArray()) {
            total = (total + Character.digit(c, 10)) * 2;
        }
        int check = (12 - total % 11) % 11;
        return accept(isni, isni.charAt(15) == (check == 10 ? 'X' : Character.forDigit(check, 10)));
    }

    static Optional<String> ein(String value) {
        return matching(value, "[0-9]{2}-?[0-9]{7}").map(ein -> ein.replace("-", ""));
    }

    static Optional<String> isil(String value) {
        return matching(value, "[A-Za-z0-9]{1,4}-[A-Za-z0-9:/-]{1,11}").map(isil -> {
            int dash = isil.indexOf('-');
            return isil.substring(0, dash).toUpperCase(Locale.ROOT) + isil.substring(dash);
        });
    }

    static Optional<String> matching(String value, String pattern) {
        return accept(value, value.matches(pattern));
    }

    static Optional<String> upperCase(String value, String pattern) {
        return matching(value.toUpperCase(Locale.ROOT), pattern);
    }

    static Optional<String> lowerCase(String value, String pattern) {
        return matching(value.toLowerCase(Locale.ROOT), pattern);
    }

    static String without(String value, String prefix) {
        return value.replaceFirst("^" + prefix, "");
    }

    /** Printable ASCII alone: other alphabets have letters that look, or upper-case, like ours. */
    static boolean isPlain(String value) {
        return value.length() <= MAX_LENGTH && ASCII.matcher(value).matches();
    }

    private static Optional<String> accept(String value, boolean good) {
        return good ? Optional.of(value) : Optional.empty();
    }
}
