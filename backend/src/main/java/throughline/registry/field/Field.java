package throughline.registry.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One field of a kind, or of a group inside it. Reading, writing, checking, filters, the contract and {@code /fields} follow from it.
 *
 * <p>{@link FieldBuilder} declares it; a field does not change once its kind is built.
 */
public final class Field<E> {

    final String name;
    Type type;
    Storage storage;
    boolean many;
    String label;
    String description = "";
    Object example;
    List<String> targets = List.of();
    String vocabulary;
    boolean required;
    boolean requiredToPublish;
    boolean writable = true;
    boolean secret;
    boolean computed;
    boolean stays;
    Integer maxLength;
    Number min;
    Number max;
    Integer maxItems;
    Object initially;
    List<String> itemTitle = List.of();
    List<String> oneOf = List.of();
    boolean filtered;
    boolean sorted;
    boolean faceted;
    char weight;
    String itemPrefix;
    String listedBy;
    boolean acyclic;
    Group<?> group;
    Function<E, JsonNode> read;
    BiConsumer<E, JsonNode> write;
    Function<ObjectNode, JsonNode> compute;

    Field(String name, Type type, Storage storage) {
        this.name = name;
        this.type = type;
        this.storage = storage;
        this.label = Character.toUpperCase(name.charAt(0))
                + name.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        this.maxLength = type.maxLength();
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public Storage storage() {
        return storage;
    }

    public boolean many() {
        return many;
    }

    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    public Object example() {
        return example;
    }

    public List<String> targets() {
        return targets;
    }

    public String vocabulary() {
        return vocabulary;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isRequiredToPublish() {
        return requiredToPublish;
    }

    public boolean writable() {
        return writable;
    }

    public boolean isSecret() {
        return secret;
    }

    public boolean computed() {
        return computed;
    }

    public boolean staysWhenAbsent() {
        return stays;
    }

    public Integer maxLength() {
        return maxLength;
    }

    public Number min() {
        return min;
    }

    public Number max() {
        return max;
    }

    public Integer maxItems() {
        return maxItems;
    }

    public Object initialValue() {
        return initially;
    }

    /** Whether a record can be without a value: lists sort such records last, and filters know {@code null}. */
    public boolean mayBeAbsent() {
        return storage != Storage.ENTRY && !required && initially == null;
    }

    public List<String> itemTitleMembers() {
        return itemTitle;
    }

    public List<String> oneOfMembers() {
        return oneOf;
    }

    public boolean isFiltered() {
        return filtered;
    }

    public boolean isSorted() {
        return sorted;
    }

    public boolean isFaceted() {
        return faceted;
    }

    public char weight() {
        return weight;
    }

    /** The prefix of the ids that the server gives to the items of this group, or null where they have none. */
    public String itemPrefix() {
        return itemPrefix;
    }

    public boolean isAcyclic() {
        return acyclic;
    }

    /** The member that says whether the public sees an item, or null where it sees all. */
    public String listedBy() {
        return listedBy;
    }

    public Group<?> group() {
        return group;
    }

    public JsonNode read(E record) {
        return read.apply(record);
    }

    public void write(E record, JsonNode value) {
        write.accept(record, value);
    }

    /** The value of a computed field, from the record's tree. */
    public JsonNode compute(ObjectNode tree) {
        return compute.apply(tree);
    }

    public String column() {
        return snake(name);
    }

    /** The column by which the field sorts and compares: text by its folded form, partial dates by their first day. */
    public String sortColumn() {
        return switch (type) {
            case LINE -> snake(name) + "_key";
            case PARTIAL_DATE -> snake(name) + "_day";
            default -> snake(name);
        };
    }

    static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
