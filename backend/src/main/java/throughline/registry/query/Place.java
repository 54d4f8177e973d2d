package throughline.registry.query;

/** Where in a walk a page begins. */
public sealed interface Place {

    /** Its beginning. */
    record Start() implements Place {}

    /** Its end: the last page. */
    record End() implements Place {}

    /** Beside a row that was read: after or before it. */
    record Beside(Cursor cursor) implements Place {}

    /** At a value of the first key. */
    record From(String value) implements Place {}

    /** At a record; its beginning, where the record is not in it. */
    record At(String id) implements Place {}

    /** After so many rows. */
    record Row(long number) implements Place {}

    default boolean back() {
        return this instanceof End
                || this instanceof Beside beside && beside.cursor().back();
    }
}
