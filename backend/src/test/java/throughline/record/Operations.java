package throughline.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import throughline.registry.json.Json;

/** A batch under construction. */
final class Operations {

    private final ArrayNode all = Json.NODES.arrayNode();

    Operations create(String kind, ObjectNode body) {
        all.addObject().put("op", "create").put("kind", kind).set("body", body);
        return this;
    }

    Operations patch(Response record, ObjectNode body) {
        return patch(record, record.path("etag"), body);
    }

    Operations patch(Response record, String tag, ObjectNode body) {
        all.addObject()
                .put("op", "patch")
                .put("kind", record.<String>path("kind"))
                .put("id", record.<String>path("id"))
                .put("ifMatch", tag)
                .set("body", body);
        return this;
    }

    Operations delete(Response record) {
        return delete(record.path("kind"), record.path("id"), record.path("etag"));
    }

    Operations delete(String kind, String id, String tag) {
        all.addObject().put("op", "delete").put("kind", kind).put("id", id).put("ifMatch", tag);
        return this;
    }

    String json() {
        ObjectNode batch = Json.object().put("label", "Many at once");
        batch.set("operations", all);
        return Json.write(batch);
    }

    Response send() {
        return send(json());
    }

    static Response send(String batch) {
        return Api.operator().contentType("application/json").body(batch).post(Api.BASE + "batches");
    }
}
