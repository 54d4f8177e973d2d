package throughline.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import throughline.http.Call;
import throughline.http.Following;
import throughline.registry.json.Json;

/** Says who asks. */
@Path("/api/v1")
@Produces("application/json")
@Tag(name = "People")
public class MeResource {

    private final Call call;

    @Inject
    MeResource(Call call) {
        this.call = call;
    }

    @GET
    @Path("/me")
    @RolesAllowed("operator")
    @Operation(operationId = "getMe", summary = "Who asks", description = "Who the key of this request belongs to.")
    public Response me() {
        call.refuseParameters();
        ObjectNode me = Json.object().putNull("account").put("via", "operator");
        me.putArray("scopes");
        me.putNull("idleEndsAt").putNull("endsAt");
        return Following.shared(Response.ok(Json.write(me), "application/json"), true)
                .build();
    }
}
