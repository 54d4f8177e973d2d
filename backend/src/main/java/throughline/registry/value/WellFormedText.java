package throughline.registry.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Text that every database, browser and spreadsheet shows alike: nothing broken, nothing that reorders. */
public final class WellFormedText {

    private WellFormedText() {}

    /** What is wrong with a text of one line, named so that its writer can find it. */
    public static Optional<String> problem(String line) {
        return problem(line, false);
    }

    /** What is wrong with a text that may have several lines: tabs and line ends are at home in it. */
    public static Optional<String> multiLineProblem(String text) {
        return problem(text, true);
    }

    /** Composed and decomposed letters look alike, so they are kept, compared and counted as one. */
    public static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** In code points after normalisation, which is how the limits of the contract and of the database count. */
    public static int length(String text) {
        String normal = normalize(text);
        return normal.codePointCount(0, normal.length());
    }

    private static Optional<String> problem(String text, boolean multiLine) {
        return text.codePoints()
                .filter(c -> isRefused(c, multiLine))
                .mapToObj(WellFormedText::describe)
                .findFirst();
    }

    private static boolean isRefused(int codePoint, boolean multiLine) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r' || isLineSeparator(codePoint)) {
            return !multiLine;
        }
        return isSurrogate(codePoint) || Character.isISOControl(codePoint) || isDirectional(codePoint);
    }

    private static String describe(int codePoint) {
        String code = String.format(Locale.ROOT, "U+%04X", codePoint);
        if (isSurrogate(codePoint)) {
            return "contains half of a character (" + code + ")";
        }
        if (isDirectional(codePoint)) {
            return "contains a character that reorders text (" + code + ")";
        }
        return "contains a control character (" + code + ")";
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isLineSeparator(int codePoint) {
        return codePoint == 0x2028 || codePoint == 0x2029;
    }

    // Embeddings and overrides, then isolates: with them a name can be made to read as another one.
    private static boolean isDirectional(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }
}
