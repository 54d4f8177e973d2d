package throughline.registry.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import throughline.registry.field.Field;
import throughline.registry.field.Kinds;
import throughline.registry.value.IdentifierScheme;
import throughline.registry.value.PartialDate;
import throughline.registry.value.TypeId;
import throughline.registry.vocabulary.Vocabularies;

/** Reads one value of a parameter as the database compares it; empty where the field can have no such value. */
final class FilterValue {

    private static final String WHOLE = "-?\\d{1,18}";
    private static final String NUMBER = WHOLE + "(\\.\\d{1,12})?";

    private FilterValue() {}

    static Optional<String> read(Filter filter, String value, Vocabularies vocabularies) {
        Field<?> field = filter.reference();
        return switch (field.type()) {
            case CODE ->
                vocabularies.get(field.vocabulary()).term(value).isPresent() ? Optional.of(value) : Optional.empty();
            case REFERENCE, CLAIM_LINK -> Optional.of(value).filter(id -> names(field, id));
            case GROUP -> identifier(value);
            default -> ofType(field, value);
        };
    }

    /** A value by its type alone. */
    static Optional<String> ofType(Field<?> field, String value) {
        return switch (field.type()) {
            case INTEGER -> Optional.of(value).filter(text -> text.matches(WHOLE));
            case NUMBER, MONEY -> Optional.of(value).filter(text -> text.matches(NUMBER));
            case DATE, PARTIAL_DATE ->
                PartialDate.parse(value).map(date -> date.firstDay().toString());
            case INSTANT -> instant(value);
            case BOOLEAN -> Optional.of(value).filter(text -> text.equals("true") || text.equals("false"));
            default -> Optional.of(value);
        };
    }

    /** A day stands for its beginning in UTC, whatever the database takes for its own zone. */
    private static Optional<String> instant(String value) {
        try {
            Instant instant = Instant.parse(value.length() == 10 ? LocalDate.parse(value) + "T00:00:00Z" : value);
            return Optional.of(instant.toString())
                    .filter(text -> text.matches("\\d{4}-.*") && !text.startsWith("0000"));
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    // A kind that is not kept here yet has no prefix that could be checked.
    private static boolean names(Field<?> field, String id) {
        boolean formed = TypeId.fits(id, id.substring(0, Math.max(0, id.indexOf('_'))));
        return formed
                && (field.targets().isEmpty()
                        || field.targets().stream().anyMatch(target -> Kinds.named(target)
                                .map(kind -> kind.owns(id))
                                .orElse(true)));
    }

    private static Optional<String> identifier(String value) {
        int colon = value.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : IdentifierScheme.of(value.substring(0, colon))
                        .flatMap(scheme -> scheme.normalize(value.substring(colon + 1)))
                        .map(normal -> value.substring(0, colon + 1) + normal);
    }
}
