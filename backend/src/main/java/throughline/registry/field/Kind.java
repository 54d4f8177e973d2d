package throughline.registry.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import throughline.registry.json.Json;
import throughline.registry.value.TypeId;

/**
 * A kind of record: what it is called, what it carries and which rules hold. Handed to the shared code as a value.
 *
 * <p>A record in memory is its <em>tree</em>: every writable field in the declared order, references by id alone. The tables are read
 * into it and written from it; documents, histories and differences are made of it.
 */
public final class Kind<E extends RecordEntity> {

    private final String name;
    private final String plural;
    private final String label;
    private final String prefix;
    private final String titleField;
    private final Class<E> entityType;
    private final Supplier<E> maker;
    private final Map<String, Field<E>> fields;
    private final List<Field<E>> inOrder;
    private final List<Rule> rules;

    Kind(KindBuilder<E> builder) {
        this.name = builder.name;
        this.plural = builder.plural;
        this.label = builder.label;
        this.prefix = builder.prefix;
        this.titleField = builder.titleField;
        this.entityType = builder.entityType;
        this.maker = builder.maker;
        this.fields = new LinkedHashMap<>(builder.fields);
        this.inOrder = List.copyOf(fields.values());
        this.rules = List.copyOf(builder.rules);
    }

    /** @param name singular, as JSON has it; {@code plural} as addresses have it; {@code prefix} of its ids */
    public static <E extends RecordEntity> KindBuilder<E> named(String name, String plural, String prefix) {
        return new KindBuilder<>(name, plural, prefix);
    }

    public String name() {
        return name;
    }

    public String plural() {
        return plural;
    }

    /** How a person calls one: "Grant program". */
    public String label() {
        return label;
    }

    /** How a person calls several: "Grant programs". */
    public String pluralLabel() {
        String words = plural.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The kind's name in the contract's schemas: "GrantProgram". */
    public String schemaName() {
        StringBuilder pascal = new StringBuilder();
        for (String word : name.split("-")) {
            pascal.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return pascal.toString();
    }

    public String prefix() {
        return prefix;
    }

    public String titleField() {
        return titleField;
    }

    public String table() {
        return '"' + name.replace('-', '_') + '"';
    }

    public Class<E> entityType() {
        return entityType;
    }

    public List<Field<E>> fields() {
        return inOrder;
    }

    public Optional<Field<E>> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    public List<Rule> rules() {
        return rules;
    }

    public boolean owns(String id) {
        return TypeId.fits(id, prefix);
    }

    public String newId() {
        return TypeId.create(prefix);
    }

    public E newEntity(String id) {
        E entity = maker.get();
        entity.id = id;
        return entity;
    }

    /** The record's tree, read from its tables. */
    public ObjectNode tree(E entity, List<Link> links) {
        ObjectNode tree = Json.object();
        for (Field<E> field : inOrder) {
            if (field.storage() == Storage.COLUMN
                    || field.storage() == Storage.ARRAY
                    || field.storage() == Storage.NESTED) {
                JsonNode value = field.read(entity);
                tree.set(field.name(), value == null ? Json.NODES.nullNode() : value);
            } else if (field.storage() == Storage.LINK) {
                tree.putNull(field.name());
            }
        }
        LinkFields.put(fields(), tree, links);
        return tree;
    }

    /** Writes a tree into the entity; its links are {@link #links}. */
    public void apply(ObjectNode tree, E entity) {
        fields.values().stream()
                .filter(field -> field.write != null)
                .forEach(field -> field.write(entity, tree.get(field.name())));
    }

    public List<Link> links(ObjectNode tree) {
        return LinkFields.of(fields(), tree);
    }

    public String titleOf(ObjectNode tree) {
        return tree.path(titleField).asText();
    }
}
