package throughline.registry.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import throughline.registry.json.Json;

/**
 * What the items of a repeated group carry, and the Java record that keeps one.
 *
 * @param <T> the Java record; its components bear the members' names, references apart (those lie in {@code link})
 */
public final class Group<T> {

    private final Class<T> itemType;
    private final List<Field<T>> fields = new ArrayList<>();

    private Group(Class<T> itemType) {
        this.itemType = itemType;
    }

    public static <T> Group<T> of(Class<T> itemType) {
        return new Group<>(itemType);
    }

    public Group<T> with(String name, Type type, UnaryOperator<FieldBuilder<T>> more) {
        return add(more.apply(new FieldBuilder<>(name, type, type.link() ? Storage.LINK : Storage.NESTED)));
    }

    public Group<T> code(String name, String vocabulary, UnaryOperator<FieldBuilder<T>> more) {
        FieldBuilder<T> declared = new FieldBuilder<>(name, Type.CODE, Storage.NESTED);
        declared.field.vocabulary = vocabulary;
        return add(more.apply(declared));
    }

    public Group<T> reference(String name, String target, UnaryOperator<FieldBuilder<T>> more) {
        FieldBuilder<T> declared = new FieldBuilder<>(name, Type.REFERENCE, Storage.LINK);
        declared.field.targets = List.of(target);
        return add(more.apply(declared));
    }

    /** One object of another group inside each item, or none: who says so. */
    public <U> Group<T> one(String name, Group<U> group, UnaryOperator<FieldBuilder<T>> more) {
        FieldBuilder<T> declared = new FieldBuilder<>(name, Type.GROUP, Storage.NESTED);
        declared.field.group = group;
        return add(more.apply(declared));
    }

    /** A list of another group's objects inside each item. */
    public <U> Group<T> many(String name, Group<U> group, UnaryOperator<FieldBuilder<T>> more) {
        FieldBuilder<T> declared = new FieldBuilder<>(name, Type.GROUP, Storage.NESTED);
        declared.field.many = true;
        declared.field.group = group;
        return add(more.apply(declared));
    }

    /** An id that the server gives to each item and that the item keeps. */
    public Group<T> identified(String example) {
        FieldBuilder<T> declared = new FieldBuilder<>("id", Type.CODE, Storage.NESTED);
        declared.field.writable = false;
        return add(declared.labelled("Id").says("Given by the server, and kept", example));
    }

    private Group<T> add(FieldBuilder<T> declared) {
        fields.add(declared.field);
        return this;
    }

    public List<Field<T>> fields() {
        return fields;
    }

    T item(JsonNode tree) {
        return Json.MAPPER.convertValue(tree, itemType);
    }

    List<T> items(JsonNode trees) {
        List<T> items = new ArrayList<>();
        trees.forEach(tree -> items.add(item(tree)));
        return items;
    }

    /** The item as it stands in a record: every member, in the declared order, references left to whoever knows the links. */
    ObjectNode tree(T item) {
        ObjectNode stored = Json.MAPPER.valueToTree(item);
        ObjectNode tree = Json.object();
        fields.forEach(field -> tree.set(
                field.name(), stored.hasNonNull(field.name()) ? stored.get(field.name()) : Json.NODES.nullNode()));
        return tree;
    }

    ArrayNode trees(List<T> items) {
        ArrayNode trees = Json.NODES.arrayNode();
        if (items != null) {
            items.forEach(item -> trees.add(tree(item)));
        }
        return trees;
    }
}
