package throughline.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.field.Type;
import throughline.registry.json.Json;

/** A body in which every field of its kind that can be written says something: what the declaration gives as its example. */
final class Filled {

    private static final AtomicInteger FSCS = new AtomicInteger();

    private final String organization;

    private Filled(String organization) {
        this.organization = organization;
    }

    /** @param organization what all its references name */
    static ObjectNode body(Kind<?> kind, String organization) {
        ObjectNode body = new Filled(organization).object(kind.fields());
        if (body.has("identifiers")) {
            body.putArray("identifiers")
                    .addObject()
                    .put("scheme", "fscs")
                    .put("value", String.format("FI%04d", FSCS.incrementAndGet()))
                    .put("from", "2003");
        }
        return body.put("lifecycle", "published").put(kind.titleField(), Api.unique("Filled"));
    }

    private ObjectNode object(List<? extends Field<?>> fields) {
        ObjectNode object = Json.object();
        for (Field<?> field : fields) {
            boolean refersToNoKind = !field.targets().isEmpty()
                    && field.targets().stream()
                            .allMatch(name -> Kinds.named(name).isEmpty());
            if (field.writable() && !refersToNoKind) {
                JsonNode value = field.group() != null ? object(field.group().fields()) : value(field);
                boolean list = field.many() && !value.isArray();
                object.set(field.name(), list ? Json.NODES.arrayNode().add(value) : value);
            }
        }
        return object;
    }

    private JsonNode value(Field<?> field) {
        if (field.type() == Type.CLAIM_LINK) {
            ObjectNode claim =
                    Json.object().put("id", organization).put("on", "2013-11").put("note", "Said there");
            claim.putObject("source").put("title", "A newspaper");
            return claim;
        }
        if (field.name().equals("note")) {
            return Json.NODES.textNode("A \"quoted\" \\ note\nof \uD83D\uDCDA lines");
        }
        return field.type().link() ? Json.NODES.textNode(organization) : Json.MAPPER.valueToTree(field.example());
    }
}
