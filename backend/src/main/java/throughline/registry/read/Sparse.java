package throughline.registry.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.registry.json.Json;
import throughline.registry.record.Document;
import throughline.registry.record.Tag;

/** Some members of a record's document, under a tag that says that they are not all. */
public final class Sparse {

    private static final List<String> ALWAYS = List.of("id", "kind", "origin");

    private Sparse() {}

    /** @param fields the members, or null for all of them */
    public static OneRecord of(OneRecord whole, List<String> fields) {
        if (fields == null) {
            return whole;
        }
        ObjectNode some = Json.object();
        for (var member : Json.read(whole.document()).properties()) {
            if (ALWAYS.contains(member.getKey()) || fields.contains(member.getKey())) {
                some.set(member.getKey(), member.getValue());
            }
        }
        String sparse = Tag.sparse(whole.tag(), Document.hash(Json.write(some)));
        if (some.has("etag")) {
            some.put("etag", sparse);
        }
        return new OneRecord(Json.write(some), sparse, whole.number());
    }
}
