package throughline.registry.field;

/** What signed-in people may ask of the queue between contributors and editors; no part of any public answer. */
public final class ReviewQueue {

    /** Where a record stands, by the parameter {@code review}. */
    public static final Field<?> STATE = state();

    /** When that last changed. */
    public static final Field<?> AT = new FieldBuilder<>("reviewAt", Type.INSTANT, Storage.COLUMN)
            .secret()
            .sorted()
            .field;

    private ReviewQueue() {}

    private static Field<?> state() {
        FieldBuilder<?> declared = new FieldBuilder<>("reviewState", Type.CODE, Storage.COLUMN)
                .secret()
                .filtered();
        declared.field.vocabulary = "review-states";
        declared.field.initially = "none";
        return declared.field;
    }
}
