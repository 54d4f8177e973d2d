package throughline.registry.value;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A language as BCP 47 tags it, in its customary letter case ({@code en}, {@code es-US}). */
public final class LanguageTag {

    private static final Set<String> TWO_LETTER_CODES = Set.of(Locale.getISOLanguages());

    private LanguageTag() {}

    public static Optional<String> normalize(String tag) {
        if (tag == null || tag.isEmpty()) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return isLanguage(locale.getLanguage()) ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }

    // Longer ones are well-formed ("english"), yet none was ever registered.
    private static boolean isLanguage(String code) {
        return code.length() == 3 || TWO_LETTER_CODES.contains(code);
    }
}
