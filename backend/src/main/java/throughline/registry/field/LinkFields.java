package throughline.registry.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import throughline.registry.json.Json;

/** Between the references that stand in a record's tree and the rows of {@code link} that keep them. */
final class LinkFields {

    /** What a link can say of itself, each a column of its row. */
    static final List<String> SAID = List.of("type", "role", "from", "to", "on", "note", "source");

    private LinkFields() {}

    static List<Link> of(List<? extends Field<?>> fields, ObjectNode tree) {
        List<Link> links = new ArrayList<>();
        fields.forEach(field -> collect(field, tree.path(field.name()), links));
        return links;
    }

    private static void collect(Field<?> field, JsonNode value, List<Link> links) {
        if (field.storage() == Storage.LINK && field.type() == Type.GROUP) {
            String reference = referenceOf(field).name();
            for (int item = 0; item < value.size(); item++) {
                JsonNode stated = value.get(item);
                links.add(new Link(field.name(), null, item, 0, idOf(stated.get(reference)), false, said(stated)));
            }
        } else if (field.storage() == Storage.LINK) {
            List<JsonNode> references = field.many() ? elements(value) : value.isObject() ? List.of(value) : List.of();
            for (int position = 0; position < references.size(); position++) {
                JsonNode stated = references.get(position);
                links.add(new Link(field.name(), null, 0, position, idOf(stated), false, said(stated)));
            }
        } else if (field.type() == Type.GROUP && field.many()) {
            collectInside(field, value, links);
        }
    }

    private static void collectInside(Field<?> group, JsonNode items, List<Link> links) {
        for (Field<?> member : group.group().fields()) {
            for (int item = 0; member.type().link() && item < items.size(); item++) {
                JsonNode stands = items.get(item);
                boolean hidden = group.listedBy() != null && !stands.path(group.listedBy()).asBoolean();
                String part = group.itemPrefix() == null ? null : stands.path("id").asText();
                List<JsonNode> references = member.many()
                        ? elements(stands.path(member.name()))
                        : stands.path(member.name()).isObject() ? List.of(stands.get(member.name())) : List.of();
                for (int position = 0; position < references.size(); position++) {
                    JsonNode stated = references.get(position);
                    links.add(new Link(
                            group.name() + "." + member.name(), part, item, position, idOf(stated), hidden, said(stated)));
                }
            }
        }
    }

    static void put(List<? extends Field<?>> fields, ObjectNode tree, List<Link> links) {
        for (Field<?> field : fields) {
            if (field.storage() == Storage.LINK) {
                List<Link> own = links.stream().filter(link -> link.field().equals(field.name())).toList();
                tree.set(field.name(), field.type() == Type.GROUP ? statedItems(field, own) : references(field, own));
            } else if (field.type() == Type.GROUP && field.many()) {
                putInside(field, tree.path(field.name()), links);
            }
        }
    }

    private static void putInside(Field<?> group, JsonNode items, List<Link> links) {
        for (Field<?> member : group.group().fields()) {
            for (int item = 0; member.type().link() && item < items.size(); item++) {
                int place = item;
                String field = group.name() + "." + member.name();
                List<Link> own = links.stream()
                        .filter(link -> link.field().equals(field) && link.item() == place)
                        .toList();
                ((ObjectNode) items.get(item)).set(member.name(), references(member, own));
            }
        }
    }

    private static JsonNode references(Field<?> field, List<Link> own) {
        ArrayNode all = Json.NODES.arrayNode();
        own.forEach(link -> all.add(reference(field, link)));
        return field.many() ? all : all.isEmpty() ? Json.NODES.nullNode() : all.get(0);
    }

    private static ObjectNode reference(Field<?> field, Link link) {
        ObjectNode reference = Json.object().put("id", link.target());
        if (field.type() == Type.CLAIM_LINK) {
            List.of("on", "source", "note").forEach(name -> reference.set(name, link.said().path(name).isMissingNode()
                    ? Json.NODES.nullNode()
                    : link.said().get(name)));
        }
        return reference;
    }

    private static ArrayNode statedItems(Field<?> field, List<Link> own) {
        ArrayNode items = Json.NODES.arrayNode();
        for (Link link : own) {
            ObjectNode item = Json.object();
            for (Field<?> member : field.group().fields()) {
                JsonNode said = link.said().path(member.name());
                item.set(
                        member.name(),
                        member.type().link()
                                ? Json.object().put("id", link.target())
                                : said.isMissingNode() ? Json.NODES.nullNode() : said);
            }
            items.add(item);
        }
        return items;
    }

    static Field<?> referenceOf(Field<?> group) {
        return group.group().fields().stream()
                .filter(member -> member.type().link())
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode said(JsonNode stated) {
        ObjectNode said = Json.object();
        SAID.stream()
                .filter(stated::hasNonNull)
                .forEach(name -> said.set(name, stated.get(name)));
        return said;
    }

    private static String idOf(JsonNode reference) {
        return reference.path("id").asText();
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
