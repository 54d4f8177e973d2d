package throughline.organization;

import static throughline.organization.OrganizationFields.ORGANIZATION;

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

/** The operations on organizations. */
@Path("/api/v1")
@Produces("application/json")
@Consumes("application/json")
@Tag(
        name = "Organizations",
        description = "Who hosts, attends and funds: libraries, agencies, associations, schools, providers.")
public class OrganizationResource {

    private final RecordApi api;

    @Inject
    OrganizationResource(RecordApi api) {
        this.api = api;
    }

    @GET
    @Path("/organizations")
    @PermitAll
    @Operation(
            operationId = "listOrganizations",
            summary = "List organizations",
            description = "A page of organizations, by filters, words and order.")
    public Response list() {
        return api.list(ORGANIZATION);
    }

    @GET
    @Path("/organizations/{id}")
    @PermitAll
    @Operation(
            operationId = "getOrganization",
            summary = "Read an organization",
            description = "One record, as it is now.")
    public Response get(@RestPath String id) {
        return api.get(ORGANIZATION, id);
    }

    @POST
    @Path("/organizations")
    @RolesAllowed("operator")
    @Operation(
            operationId = "createOrganization",
            summary = "Add an organization",
            description = "Makes a draft, unless its lifecycle says otherwise.")
    public Response create(byte[] body) {
        return api.create(ORGANIZATION, body);
    }

    @POST
    @Path("/organizations/validate")
    @RolesAllowed("operator")
    @Operation(
            operationId = "validateOrganization",
            summary = "Check an organization",
            description = "Says what is wrong with a body, and writes nothing.")
    public Response validate(byte[] body) {
        return api.validate(ORGANIZATION, body);
    }

    @PUT
    @Path("/organizations/{id}")
    @RolesAllowed("operator")
    @Operation(
            operationId = "replaceOrganization",
            summary = "Replace an organization",
            description = "Writes the record anew; If-Match names the version that was read.")
    public Response replace(@RestPath String id, byte[] body) {
        return api.replace(ORGANIZATION, id, body);
    }

    @PATCH
    @Path("/organizations/{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed("operator")
    @Operation(
            operationId = "patchOrganization",
            summary = "Change an organization",
            description = "Changes the members that the body names (JSON merge patch).")
    public Response patch(@RestPath String id, byte[] body) {
        return api.patch(ORGANIZATION, id, body);
    }

    @DELETE
    @Path("/organizations/{id}")
    @RolesAllowed("operator")
    @Operation(
            operationId = "deleteOrganization",
            summary = "Delete an organization",
            description = "Leaves a tombstone; the history can bring it back.")
    public Response delete(@RestPath String id) {
        return api.delete(ORGANIZATION, id);
    }
}
