package throughline.registry.field;

/** Where a field's value lies. */
public enum Storage {
    /** In {@code entry} alone: version, seq, tag and the like. */
    ENTRY,
    /** A typed column of the kind's own table. */
    COLUMN,
    /** An array column of the kind's own table. */
    ARRAY,
    /** A {@code jsonb} column, or a table of its own: read with its record, never filtered by the shared code. */
    NESTED,
    /** Rows of {@code link}. */
    LINK,
    /** Nowhere: made from the rest of the record. */
    COMPUTED
}
