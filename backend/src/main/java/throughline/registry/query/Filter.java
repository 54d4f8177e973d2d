package throughline.registry.query;

import java.util.List;
import throughline.registry.field.Field;
import throughline.registry.field.Storage;
import throughline.registry.field.Type;

/**
 * What a list may be filtered by.
 *
 * @param name of the parameter
 * @param field whose values it takes
 * @param group the group that the field is a member of, or null
 */
public record Filter(String name, Field<?> field, Field<?> group) {

    private static final List<String> EITHER_WAY = List.of("eq", "not");
    private static final List<String> IN_AN_ORDER = List.of("eq", "not", "gte", "lte", "gt", "lt");

    public List<String> operators() {
        return field.type().ordered() ? IN_AN_ORDER : EITHER_WAY;
    }

    /** Whether a record may be without a value: what always has one takes the word {@code null} as any other. */
    boolean nullable() {
        return group != null ? field.type().link() : field.mayBeAbsent();
    }

    /** The references that it asks for, by what {@code link} calls their field; or null where it asks for none. */
    String linkField() {
        if (field.storage() != Storage.LINK) {
            return null;
        }
        return group == null || group.storage() == Storage.LINK ? field.name() : name;
    }

    /** The member that names the other record, where the field is a group of links: what its values are. */
    Field<?> reference() {
        return field.type() != Type.GROUP || field.storage() != Storage.LINK
                ? field
                : field.group().fields().stream()
                        .filter(member -> member.type().link())
                        .findFirst()
                        .orElseThrow();
    }
}
