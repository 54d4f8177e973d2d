package throughline.registry.field;

import java.util.List;

/** Declares one field: what it is, what it refuses and where it is found. */
public final class FieldBuilder<E> {

    final Field<E> field;

    FieldBuilder(String name, Type type, Storage storage) {
        field = new Field<>(name, type, storage);
    }

    /** What the field is, in one sentence, and what one looks like. */
    public FieldBuilder<E> says(String sentence, Object anExample) {
        field.description = sentence;
        field.example = anExample;
        return this;
    }

    public FieldBuilder<E> labelled(String words) {
        field.label = words;
        return this;
    }

    public FieldBuilder<E> required() {
        field.required = true;
        return this;
    }

    public FieldBuilder<E> requiredToPublish() {
        field.requiredToPublish = true;
        return this;
    }

    /** Seen and written by those alone who may see private parts. */
    public FieldBuilder<E> secret() {
        field.secret = true;
        return this;
    }

    public FieldBuilder<E> filtered() {
        field.filtered = true;
        return this;
    }

    public FieldBuilder<E> sorted() {
        field.sorted = true;
        return this;
    }

    public FieldBuilder<E> faceted() {
        field.faceted = true;
        return this;
    }

    /** Found by {@code q}, the nearer to A the better. */
    public FieldBuilder<E> searched(char aToD) {
        field.weight = aToD;
        return this;
    }

    public FieldBuilder<E> between(Number least, Number most) {
        field.min = least;
        field.max = most;
        return this;
    }

    public FieldBuilder<E> atMost(int items) {
        field.maxItems = items;
        return this;
    }

    public FieldBuilder<E> longest(int codePoints) {
        field.maxLength = codePoints;
        return this;
    }

    /** What the field is where a body does not name it. */
    public FieldBuilder<E> initially(Object value) {
        field.initially = value;
        return this;
    }

    /** The members by which a repeated item is known to a person. */
    public FieldBuilder<E> itemTitle(String... members) {
        field.itemTitle = List.of(members);
        return this;
    }

    /** Members of an item of which at least one must stand. */
    public FieldBuilder<E> oneOf(String... members) {
        field.oneOf = List.of(members);
        return this;
    }

    /** The public sees only the items of which this member is true, and only their members that are not secret. */
    public FieldBuilder<E> listedBy(String member) {
        field.listedBy = member;
        return this;
    }

    /** What a computed object carries. */
    public FieldBuilder<E> shaped(Group<?> group) {
        field.group = group;
        return this;
    }

    /** Following the field from record to record never leads back. */
    public FieldBuilder<E> acyclic() {
        field.acyclic = true;
        return this;
    }

    /** Items bear an id with this prefix, given by the server. */
    public FieldBuilder<E> identifiedBy(String prefix) {
        field.itemPrefix = prefix;
        return this;
    }

    /** A PUT that does not name it leaves it as it is. */
    public FieldBuilder<E> stays() {
        field.stays = true;
        return this;
    }
}
