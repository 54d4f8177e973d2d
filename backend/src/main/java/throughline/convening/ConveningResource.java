package throughline.convening;

import static throughline.convening.ConveningFields.CONVENING;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import throughline.http.RecordApi;

/** The operations on convenings. */
@Path("/api/v1")
@Produces("application/json")
@Consumes("application/json")
@Tag(
        name = "Convenings",
        description =
                "Meetings at which people of the field said what is needed, with their sessions and participants.")
public class ConveningResource {

    private final RecordApi api;

    @Inject
    ConveningResource(RecordApi api) {
        this.api = api;
    }

    @GET
    @Path("/convenings")
    @PermitAll
    @Operation(
            operationId = "listConvenings",
            summary = "List convenings",
            description = "A page of convenings, by filters, words and order.")
    public Response list() {
        return api.list(CONVENING);
    }

    @GET
    @Path("/convenings/{id}")
    @PermitAll
    @Operation(operationId = "getConvening", summary = "Read a convening", description = "One record, as it is now.")
    public Response get(@RestPath String id) {
        return api.get(CONVENING, id);
    }

    @POST
    @Path("/convenings")
    @RolesAllowed("operator")
    @Operation(
            operationId = "createConvening",
            summary = "Add a convening",
            description = "Makes a draft, unless its lifecycle says otherwise.")
    public Response create(byte[] body) {
        return api.create(CONVENING, body);
    }

    @POST
    @Path("/convenings/validate")
    @RolesAllowed("operator")
    @Operation(
            operationId = "validateConvening",
            summary = "Check a convening",
            description = "Says what is wrong with a body, and writes nothing.")
    public Response validate(byte[] body) {
        return api.validate(CONVENING, body);
    }

    @PUT
    @Path("/convenings/{id}")
    @RolesAllowed("operator")
    @Operation(
            operationId = "replaceConvening",
            summary = "Replace a convening",
            description = "Writes the record anew; If-Match names the version that was read.")
    public Response replace(@RestPath String id, byte[] body) {
        return api.replace(CONVENING, id, body);
    }

    @PATCH
    @Path("/convenings/{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed("operator")
    @Operation(
            operationId = "patchConvening",
            summary = "Change a convening",
            description = "Changes the members that the body names (JSON merge patch).")
    public Response patch(@RestPath String id, byte[] body) {
        return api.patch(CONVENING, id, body);
    }

    @DELETE
    @Path("/convenings/{id}")
    @RolesAllowed("operator")
    @Operation(
            operationId = "deleteConvening",
            summary = "Delete a convening",
            description = "Leaves a tombstone; the history can bring it back.")
    public Response delete(@RestPath String id) {
        return api.delete(CONVENING, id);
    }
}
