package throughline.http;

import jakarta.annotation.security.PermitAll;
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
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.query.Parameters;
import throughline.registry.query.Place;
import throughline.registry.read.Histories;
import throughline.registry.read.Referring;

/** What a record was, and the ways back to it. */
@Path("/api/v1")
@Produces("application/json")
@Tag(name = "History")
public class HistoryResource {

    private final Histories histories;
    private final Referring referring;
    private final Following following;
    private final RecordApi api;
    private final Call call;

    @Inject
    HistoryResource(Histories histories, Referring referring, Following following, RecordApi api, Call call) {
        this.following = following;
        this.histories = histories;
        this.referring = referring;
        this.api = api;
        this.call = call;
    }

    @GET
    @Path("/{kind}/{id}/history")
    @PermitAll
    @Operation(
            operationId = "listHistory",
            summary = "A record's versions",
            description = "Newest first, each with what it changed.")
    public Response history(@RestPath String kind, @RestPath String id) {
        Kind<?> known = named(kind);
        Parameters sent = new Parameters(call.parameters());
        sent.allow(List.of("limit", "after", "before"));
        String key = "history " + known.name() + id;
        Place place = sent.place(key);
        return following.page(
                sent,
                key,
                () -> histories.list(
                        known, id, place, sent.limit(), call.author().seesPrivateParts()));
    }

    @GET
    @Path("/{kind}/{id}/references")
    @PermitAll
    @Operation(
            operationId = "listReferences",
            summary = "Who refers to a record",
            description = "How, and since when; by kinds= and field=.")
    public Response references(@RestPath String kind, @RestPath String id) {
        Kind<?> known = named(kind);
        Parameters sent = new Parameters(call.parameters());
        sent.allow(List.of("limit", "after", "before", "kinds", "field"));
        List<String> kinds = sent.kinds();
        List<String> fields = sent.list("field", Referring.fields());
        String key = "references " + known.name() + id + kinds + fields;
        Referring.Asked asked = new Referring.Asked(kinds, fields, sent.place(key), sent.limit());
        return following.page(
                sent, key, () -> referring.list(known, id, asked, call.author().seesPrivateParts()));
    }

    @GET
    @Path("/{kind}/{id}/history/{version}")
    @PermitAll
    @Operation(
            operationId = "getHistoryVersion",
            summary = "A record as it was",
            description = "The record at one of its versions.")
    public Response version(@RestPath String kind, @RestPath String id, @RestPath String version) {
        call.refuseParameters();
        Kind<?> known = named(kind);
        int number = number(version);
        return following.whole(
                () -> Json.write(histories.at(known, id, number, call.author().seesPrivateParts())));
    }

    @POST
    @Path("/{kind}/{id}/history/{version}/restore")
    @RolesAllowed("operator")
    @Operation(
            operationId = "restoreVersion",
            summary = "Restore a version",
            description = "Puts the record back to what it was; revives a deleted one.")
    public Response restore(@RestPath String kind, @RestPath String id, @RestPath String version) {
        return api.restore(named(kind), id, number(version));
    }

    private static Kind<?> named(String plural) {
        return Kinds.inPlural(plural)
                .orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no collection " + plural + "."));
    }

    private static int number(String version) {
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "There is no such version.");
        }
        return Integer.parseInt(version);
    }
}
