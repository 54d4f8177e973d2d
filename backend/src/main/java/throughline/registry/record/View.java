package throughline.registry.record;

/** Who looks at a record. */
public enum View {
    /** Everyone. */
    PUBLIC,
    /** Those who may see private parts. */
    PRIVATE
}
