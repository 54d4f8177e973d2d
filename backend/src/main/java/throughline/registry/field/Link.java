package throughline.registry.field;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A reference from one record to another, as a row of {@code link} keeps it.
 *
 * @param field the field that states it, {@code group.member} for one inside a group
 * @param part the id of the group's item, where its items have ids
 * @param item the place of the group's item
 * @param hidden whether the public does not see it
 * @param said what the link itself says: type, role, from, to, on, note and source, as far as it does
 */
public record Link(String field, String part, int item, int position, String target, boolean hidden, JsonNode said) {}
