package throughline.registry.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;

/**
 * A record's entity tag: its id, its version and number, each with the epoch in which it was given, and what is seen of it.
 *
 * <p>{@code If-None-Match} looks at the whole. {@code If-Match} looks at the id and the version with its epoch alone, so that a rename
 * elsewhere, which changes the answer and the number, never refuses an editor's save.
 */
public record Tag(String id, String version, String number, String seen) {

    private static final Pattern LISTED =
            Pattern.compile("\\s*(?:(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"|(\\*))\\s*(?:,|$)");
    private static final Pattern OURS = Pattern.compile("(\\w+)\\.(\\d+[a-z]\\w*)\\.(\\d+[a-z]\\w*)\\.([phs]\\w*)");

    /** The public answer's tag; {@code public_tag} in the database makes the same. */
    public static Tag ofPublic(String id, int version, String versionEpoch, long seq, String epoch) {
        return new Tag(id, version + versionEpoch, seq + epoch, "p");
    }

    public static Tag of(Entry entry) {
        return ofPublic(entry.id(), entry.version(), entry.versionEpoch(), entry.seq(), entry.epoch());
    }

    /** The tag of the answer with private parts, whose bytes (without the tag) hash to this. */
    public Tag withPrivateParts(String hash) {
        return new Tag(id, version, number, "h" + hash);
    }

    /** The tag of an answer with some fields alone: that of the whole answer, with a hash of what is seen. */
    public static String sparse(String whole, String hash) {
        return whole.substring(0, whole.lastIndexOf('.')) + ".s" + hash + '"';
    }

    /** The header's value, its quotes included. */
    public String header() {
        return '"' + id + '.' + version + '.' + number + '.' + seen + '"';
    }

    public boolean showsPrivateParts() {
        return seen.startsWith("h");
    }

    public boolean isSparse() {
        return seen.startsWith("s");
    }

    /** Whether the tag is of the version that the entry has now. */
    public boolean fits(Entry entry) {
        return id.equals(entry.id()) && version.equals(entry.version() + entry.versionEpoch());
    }

    /**
     * What a conditional header lists, in RFC 9110's terms.
     *
     * @param any {@code *}
     */
    public record Listed(boolean any, List<String> strong, List<String> weak) {

        /** Whether the header was sent at all. */
        public boolean named() {
            return any || !strong.isEmpty() || !weak.isEmpty();
        }

        /** Compares as {@code If-None-Match} does: weakly. */
        public boolean matchesWeakly(String header) {
            String opaque = header.startsWith("W/") ? header.substring(2) : header;
            return any || strong.contains(opaque) || weak.contains(opaque);
        }

        /** The first listed tag that is strong and of the entry's version: what {@code If-Match} asks for. */
        public Optional<Tag> fitting(Entry entry) {
            return strong.stream()
                    .flatMap(text -> parse(text).stream())
                    .filter(tag -> tag.fits(entry))
                    .findFirst();
        }
    }

    public static Listed listed(String name, List<String> headers) {
        boolean any = false;
        List<String> strong = new ArrayList<>();
        List<String> weak = new ArrayList<>();
        for (String header : headers) {
            Matcher matcher = LISTED.matcher(header);
            int end = 0;
            while (end < header.length() && matcher.find(end) && matcher.start() == end) {
                any |= matcher.group(3) != null;
                if (matcher.group(2) != null) {
                    (matcher.group(1) == null ? strong : weak).add('"' + matcher.group(2) + '"');
                }
                end = matcher.end();
            }
            if (end < header.length() || header.isBlank()) {
                String hint = "Send the tag as it was given, in its quotes";
                throw ProblemException.of(
                        ProblemType.INVALID_HEADER,
                        name + " is no entity tag",
                        Finding.parameter(name, "format", hint));
            }
        }
        return new Listed(any, strong, weak);
    }

    private static Optional<Tag> parse(String quoted) {
        Matcher matcher = OURS.matcher(quoted.substring(1, quoted.length() - 1));
        return matcher.matches()
                ? Optional.of(new Tag(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
                : Optional.empty();
    }
}
