package throughline.registry.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import throughline.registry.json.Json;

/** Declares a kind, field by field, in the order in which its JSON has them. */
public final class KindBuilder<E extends RecordEntity> {

    final String name;
    final String plural;
    final String prefix;
    final Map<String, Field<E>> fields = new LinkedHashMap<>();
    final List<Rule> rules = new ArrayList<>();
    String label;
    String titleField;
    Class<E> entityType;
    Supplier<E> maker;

    KindBuilder(String name, String plural, String prefix) {
        this.name = name;
        this.plural = plural;
        this.prefix = prefix;
        this.label = Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    public KindBuilder<E> of(Class<E> type, Supplier<E> newOne) {
        entityType = type;
        maker = newOne;
        return this;
    }

    /** The record's one line, and after it what every record carries. */
    public KindBuilder<E> titled(
            String field, Function<E, String> read, BiConsumer<E, String> write, UnaryOperator<FieldBuilder<E>> more) {
        titleField = field;
        line(field, read, write, f -> more.apply(f.required().sorted().searched('A')));
        CommonFields.declare(this);
        return this;
    }

    public KindBuilder<E> line(
            String field, Function<E, String> read, BiConsumer<E, String> write, UnaryOperator<FieldBuilder<E>> more) {
        return string(field, Type.LINE, read, write, more);
    }

    public KindBuilder<E> text(
            String field, Function<E, String> read, BiConsumer<E, String> write, UnaryOperator<FieldBuilder<E>> more) {
        return string(field, Type.TEXT, read, write, more);
    }

    /** A text value of any type that is one string in JSON. */
    public KindBuilder<E> string(
            String field,
            Type type,
            Function<E, String> read,
            BiConsumer<E, String> write,
            UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, type, Storage.COLUMN);
        declared.field.read = e -> Json.NODES.textNode(read.apply(e));
        declared.field.write = (e, v) -> write.accept(e, v.textValue());
        return add(more.apply(declared));
    }

    public KindBuilder<E> code(
            String field,
            String vocabulary,
            Function<E, String> read,
            BiConsumer<E, String> write,
            UnaryOperator<FieldBuilder<E>> more) {
        return string(field, Type.CODE, read, write, f -> {
            f.field.vocabulary = vocabulary;
            return more.apply(f.filtered());
        });
    }

    public KindBuilder<E> codes(
            String field,
            String vocabulary,
            Function<E, List<String>> read,
            BiConsumer<E, List<String>> write,
            UnaryOperator<FieldBuilder<E>> more) {
        return strings(field, Type.CODE, read, write, f -> {
            f.field.vocabulary = vocabulary;
            return more.apply(f.filtered());
        });
    }

    public KindBuilder<E> lines(
            String field,
            Function<E, List<String>> read,
            BiConsumer<E, List<String>> write,
            UnaryOperator<FieldBuilder<E>> more) {
        return strings(field, Type.LINE, read, write, more);
    }

    private KindBuilder<E> strings(
            String field,
            Type type,
            Function<E, List<String>> read,
            BiConsumer<E, List<String>> write,
            UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, type, Storage.ARRAY);
        declared.field.many = true;
        declared.field.maxItems = 50;
        declared.field.read = e -> array(read.apply(e));
        declared.field.write = (e, v) -> {
            List<String> values = new ArrayList<>();
            v.forEach(value -> values.add(value.textValue()));
            write.accept(e, values);
        };
        return add(more.apply(declared));
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode array = Json.NODES.arrayNode();
        if (values != null) {
            values.forEach(array::add);
        }
        return array;
    }

    public KindBuilder<E> integer(
            String field,
            Function<E, Integer> read,
            BiConsumer<E, Integer> write,
            UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, Type.INTEGER, Storage.COLUMN);
        declared.field.read = e -> read.apply(e) == null ? null : Json.NODES.numberNode(read.apply(e));
        declared.field.write = (e, v) -> write.accept(e, v.isNull() ? null : v.intValue());
        return add(more.apply(declared.filtered().sorted()));
    }

    public KindBuilder<E> number(
            String field,
            Function<E, BigDecimal> read,
            BiConsumer<E, BigDecimal> write,
            UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, Type.NUMBER, Storage.COLUMN);
        declared.field.read = e -> Json.NODES.numberNode(read.apply(e));
        declared.field.write = (e, v) -> write.accept(e, v.isNull() ? null : v.decimalValue());
        return add(more.apply(declared.filtered().sorted()));
    }

    public KindBuilder<E> date(
            String field,
            Function<E, LocalDate> read,
            BiConsumer<E, LocalDate> write,
            UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, Type.DATE, Storage.COLUMN);
        declared.field.read = e ->
                read.apply(e) == null ? null : Json.NODES.textNode(read.apply(e).toString());
        declared.field.write = (e, v) -> write.accept(e, v.isNull() ? null : LocalDate.parse(v.textValue()));
        return add(more.apply(declared.filtered().sorted()));
    }

    public KindBuilder<E> partialDate(
            String field, Function<E, String> read, BiConsumer<E, String> write, UnaryOperator<FieldBuilder<E>> more) {
        return string(
                field,
                Type.PARTIAL_DATE,
                read,
                write,
                f -> more.apply(f.filtered().sorted()));
    }

    /** A reference to one record of another kind, or of this one. */
    public KindBuilder<E> reference(String field, String target, UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, Type.REFERENCE, Storage.LINK);
        declared.field.targets = List.of(target);
        return add(more.apply(declared.filtered()));
    }

    public KindBuilder<E> references(String field, String target, UnaryOperator<FieldBuilder<E>> more) {
        return links(field, Type.REFERENCE, List.of(target), more);
    }

    /** References of which each also says since when, and who says so; to records of any kind where no target is named. */
    public KindBuilder<E> claims(String field, List<String> targets, UnaryOperator<FieldBuilder<E>> more) {
        return links(field, Type.CLAIM_LINK, targets, more);
    }

    private KindBuilder<E> links(String field, Type type, List<String> targets, UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, type, Storage.LINK);
        declared.field.many = true;
        declared.field.maxItems = 50;
        declared.field.targets = targets;
        return add(more.apply(declared.filtered()));
    }

    /** A group of which each item is a link with what it says; all of it lies in {@code link}. */
    public KindBuilder<E> linkGroup(String field, Group<?> group, UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, Type.GROUP, Storage.LINK);
        declared.field.many = true;
        declared.field.maxItems = 50;
        declared.field.group = group;
        return add(more.apply(declared.filtered()));
    }

    public <T> KindBuilder<E> group(
            String field,
            Group<T> group,
            Function<E, List<T>> read,
            BiConsumer<E, List<T>> write,
            UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, Type.GROUP, Storage.NESTED);
        declared.field.many = true;
        declared.field.maxItems = 50;
        declared.field.group = group;
        declared.field.read = e -> group.trees(read.apply(e));
        declared.field.write = (e, v) -> {
            List<T> items = group.items(v);
            // A list that is set again has all its rows deleted and inserted anew, though none is another.
            if (!items.equals(read.apply(e))) {
                write.accept(e, items);
            }
        };
        return add(more.apply(declared));
    }

    /** How other systems know the record; an active identifier belongs to one record alone. */
    public KindBuilder<E> identifiers(Function<E, List<Identifier>> read, BiConsumer<E, List<Identifier>> write) {
        rules.add(new IdentifierRule());
        return group("identifiers", Identifier.GROUP, read, write, f -> f.itemTitle("scheme", "value")
                .searched('D')
                .says("How other systems know it", null));
    }

    /** A value that follows from the rest of the record, unlisted items too. */
    public KindBuilder<E> computed(
            String field, Type type, Function<ObjectNode, JsonNode> compute, UnaryOperator<FieldBuilder<E>> more) {
        FieldBuilder<E> declared = new FieldBuilder<>(field, type, Storage.COMPUTED);
        declared.field.computed = true;
        declared.field.writable = false;
        declared.field.compute = compute;
        return add(more.apply(declared));
    }

    public KindBuilder<E> rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    KindBuilder<E> add(FieldBuilder<E> declared) {
        fields.put(declared.field.name(), declared.field);
        return this;
    }

    public Kind<E> build() {
        return new Kind<>(this);
    }
}
