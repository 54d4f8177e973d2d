package throughline.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import throughline.http.Call;
import throughline.http.Following;
import throughline.registry.clock.RegistryNumber;
import throughline.registry.json.Json;
import throughline.registry.query.Parameters;

/** The feed of changes: one harvest at first, and the same loop ever after. */
@Path("/api/v1")
@Produces("application/json")
@Tag(name = "Changes")
public class ChangesResource {

    private static final int USUAL_LIMIT = 500;
    private static final int MOST_CHANGES = 1000;

    private final Feed feed;
    private final Following following;
    private final Call call;
    private final DistributionSummary told;

    @Inject
    ChangesResource(Feed feed, Following following, Call call, MeterRegistry meters) {
        this.feed = feed;
        this.following = following;
        this.call = call;
        this.told = DistributionSummary.builder("throughline.feed.pages")
                .description("Pages of the feed that were read from the database, and the changes on them")
                .register(meters);
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Operation(
            operationId = "listChanges",
            summary = "What changed since",
            description =
                    "Each record once, at its latest change, in the order of these; after=0 is the whole registry. Keep next and epoch, send both back as after and epoch, and no change is missed: a mirror made of include=record equals the lists. What is no longer public is a delete, and stays one.")
    public Response changes() {
        boolean seesDrafts = call.author().seesPrivateParts();
        Feed.Asked asked = asked(new Parameters(call.parameters()));
        return following.answer(asked.records() ? asked.limit() : 0, () -> {
            Feed.Page page = feed.read(asked, seesDrafts);
            told.record(page.items().size());
            return new Following.Told(body(page), new RegistryNumber(page.last(), page.epoch()), null);
        });
    }

    private static Feed.Asked asked(Parameters sent) {
        sent.allow(List.of("after", "epoch", "kinds", "limit", "include"));
        List<String> include = sent.list("include", List.of("record"));
        return new Feed.Asked(
                after(sent),
                sent.text("epoch").orElse(null),
                sent.kinds(),
                sent.limit(USUAL_LIMIT, MOST_CHANGES),
                include != null && !include.isEmpty());
    }

    private static long after(Parameters sent) {
        String after = sent.text("after").orElse("0");
        if (!after.matches("\\d{1,18}")) {
            throw Parameters.wrong("after", "out-of-range", "Send a change's seq, as next told it, or 0 for all");
        }
        return Long.parseLong(after);
    }

    private static String body(Feed.Page page) {
        ObjectNode body = Json.object();
        body.putArray("items").addAll(page.items());
        return Json.write(body.put("epoch", page.epoch())
                .put("next", page.next())
                .put("last", page.last())
                .put("more", page.more()));
    }
}
