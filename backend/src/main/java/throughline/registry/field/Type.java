package throughline.registry.field;

/** What a field holds, by the name that {@code /fields} gives it. */
public enum Type {
    LINE(300),
    TEXT(20_000),
    MARKDOWN(20_000),
    CODE(100),
    BOOLEAN(null),
    INTEGER(null),
    NUMBER(null),
    MONEY(null),
    DATE(null),
    PARTIAL_DATE(null),
    LOCAL_DATE_TIME(null),
    INSTANT(null),
    TIME_ZONE(100),
    URL(2_048),
    EMAIL(254),
    LANGUAGE(35),
    REFERENCE(null),
    CLAIM_LINK(null),
    GROUP(null);

    private final Integer maxLength;

    Type(Integer maxLength) {
        this.maxLength = maxLength;
    }

    /** The most code points of a text of this type, or null where it is no free text. */
    public Integer maxLength() {
        return maxLength;
    }

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public boolean link() {
        return this == REFERENCE || this == CLAIM_LINK;
    }

    /** Whether values of this type have an order that a caller may ask for with {@code .gte} and the like. */
    public boolean ordered() {
        return switch (this) {
            case INTEGER, NUMBER, MONEY, DATE, PARTIAL_DATE, INSTANT -> true;
            default -> false;
        };
    }
}
