package throughline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import throughline.registry.json.Json;
import throughline.registry.json.Sent;
import throughline.registry.write.Batches;

/** Many records written at once. */
@Path("/api/v1")
@Produces("application/json")
@Consumes("application/json")
@Tag(name = "History")
public class BatchResource {

    private final Batches batches;
    private final Call call;

    @Inject
    BatchResource(Batches batches, Call call) {
        this.batches = batches;
        this.call = call;
    }

    @POST
    @Path("/batches")
    @RolesAllowed("operator")
    @Operation(
            operationId = "applyBatch",
            summary = "Write many records",
            description =
                    "Up to 1,000 operations (create, patch, delete) in one change set, all or nothing: every refusal is told by its pointer. Rules between records are checked after the last operation.")
    public Response apply(byte[] body) {
        Batches.Applied applied = batches.apply(new Sent(body), call.request(body));
        ObjectNode answer = Json.object().put("changeSet", applied.changeSet());
        answer.set("items", Json.MAPPER.valueToTree(applied.items()));
        Response.ResponseBuilder response = Response.ok(Json.write(answer), "application/json");
        return WriteAnswer.of(response, applied.changeSet(), applied.replayed());
    }
}
