package throughline.registry.field;

import com.fasterxml.jackson.databind.node.ObjectNode;
import throughline.registry.json.Json;

/** Where a record stands in the queue between contributors and editors. Never public. */
record Review(String state, String note) {

    static final Group<Review> GROUP = Group.of(Review.class)
            .code("state", "review-states", f -> f.required().says("Where it stands in the queue", "submitted"))
            .with("note", Type.TEXT, f -> f.says("What the editor asks for", "Please name the source"));

    static <E extends RecordEntity> void declare(KindBuilder<E> kind) {
        FieldBuilder<E> declared = new FieldBuilder<>("review", Type.GROUP, Storage.NESTED);
        Field<E> field = declared.field;
        field.group = GROUP;
        field.read = e -> GROUP.tree(new Review(e.reviewState, e.reviewNote));
        field.write = (e, v) -> {
            Review review = GROUP.item(v);
            e.reviewState = review.state();
            e.reviewNote = review.note();
        };
        kind.add(declared.secret().stays().says("Where it stands between contributors and editors", null));
    }

    static final ObjectNode NONE = Json.object().put("state", "none").putNull("note");
}
