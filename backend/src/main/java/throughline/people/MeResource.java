package throughline.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says who asks. */
@Path("/api/v1")
@Produces("application/json")
@Tag(name = "People")
public class MeResource {

    @GET
    @Path("/me")
    @RolesAllowed("operator")
    @Operation(operationId = "getMe", summary = "Who asks", description = "Who the key of this request belongs to.")
    public Map<String, Object> me() {
        Map<String, Object> me = new HashMap<>();
        me.put("account", null);
        me.put("via", "operator");
        me.put("scopes", List.of());
        me.put("idleEndsAt", null);
        me.put("endsAt", null);
        return Collections.unmodifiableMap(me);
    }
}
