package throughline.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import throughline.registry.json.Json;
import throughline.registry.query.Parameters;
import throughline.registry.write.ChangeSets;
import throughline.registry.write.Undo;

/** What was written together, and the way back from it. */
@Path("/api/v1")
@Produces("application/json")
@Tag(name = "History")
public class ChangeSetResource {

    private final ChangeSets changeSets;
    private final Undo undo;
    private final Following following;
    private final Call call;

    @Inject
    ChangeSetResource(ChangeSets changeSets, Undo undo, Following following, Call call) {
        this.changeSets = changeSets;
        this.undo = undo;
        this.following = following;
        this.call = call;
    }

    @GET
    @Path("/change-sets")
    @RolesAllowed("operator")
    @Operation(
            operationId = "listChangeSets",
            summary = "List change sets",
            description =
                    "What was written together, newest first: mine=true shows one's own, session= those of one browser. Each shows its first 50 records, and the latest 50 that were changed since.")
    public Response list() {
        Parameters sent = new Parameters(call.parameters());
        sent.allow(List.of("mine", "session", "limit", "after", "before"));
        String actor = sent.flag("mine") ? call.author().principal() : null;
        String session = sent.text("session").orElse(null);
        String query = "change-sets " + actor + " " + session;
        ChangeSets.Asked asked = new ChangeSets.Asked(actor, session, sent.place(query), sent.limit());
        return following.page(sent, query, () -> changeSets.list(asked));
    }

    @GET
    @Path("/change-sets/{id}")
    @RolesAllowed("operator")
    @Operation(
            operationId = "getChangeSet",
            summary = "Read a change set",
            description = "Its label, who wrote it and why, its records, and who changed them since.")
    public Response one(@RestPath String id) {
        call.refuseParameters();
        return Following.shared(ok(id), true).build();
    }

    @POST
    @Path("/change-sets/{id}/undo")
    @RolesAllowed("operator")
    @Operation(
            operationId = "undoChangeSet",
            summary = "Undo a change set",
            description =
                    "Puts each of its records back, as new versions, in one transaction; skipChanged=true leaves out what someone changed since.")
    public Response undo(@RestPath String id) {
        Parameters sent = new Parameters(call.parameters());
        sent.allow(List.of("skipChanged"));
        boolean skip = sent.flag("skipChanged");
        Undo.Undone undone = undo.undo(id, skip, call.requestWithParameters(new byte[] {(byte) (skip ? 1 : 0)}));
        return WriteAnswer.of(ok(undone.changeSet()), undone.changeSet(), undone.replayed());
    }

    private Response.ResponseBuilder ok(String id) {
        return Response.ok(Json.write(changeSets.one(id)), "application/json");
    }
}
