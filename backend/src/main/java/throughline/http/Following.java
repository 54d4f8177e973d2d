package throughline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import throughline.registry.query.Parameters;
import throughline.registry.query.Slice;
import throughline.registry.read.Clock;
import throughline.registry.record.Document;
import throughline.registry.record.Tag;

/**
 * Answers that follow from the registry's number: while it stands, and the question is the same, nothing of them is read again. Their tag is
 * weak, of the number, its epoch, the address and what the reader may see; never of who asks.
 */
@ApplicationScoped
public class Following {

    private final Call call;
    private final Clock clock;
    private final String build;

    @Inject
    Following(Call call, Clock clock, @ConfigProperty(name = "quarkus.application.version") String build) {
        this.call = call;
        this.clock = clock;
        this.build = build;
    }

    /**
     * An answer as it was read.
     *
     * @param number at which it was read, with its epoch
     * @param next the address of the next page, or null
     */
    public record Told(String body, String number, String next) {}

    public Response answer(Supplier<Told> read) {
        return answer(call.address(), read);
    }

    /**
     * A page of a list that has a place and nothing more.
     *
     * @param query what is asked for beside the place; its cursors are good for the same alone
     */
    Response page(Parameters sent, String query, Supplier<Slice<ObjectNode>> read) {
        Addresses addresses = new Addresses(call.path(), call.parameters(), query);
        int limit = sent.limit();
        return answer(call.address() + query, () -> {
            Slice<ObjectNode> slice = read.get();
            return new Told(ListBody.of(slice.rows(), limit, slice, addresses), slice.number(), addresses.next(slice));
        });
    }

    private Response answer(String question, Supplier<Told> read) {
        boolean shapedByLogin = call.author().seesPrivateParts();
        String asked = "." + Document.hash(question + shapedByLogin + build) + "\"";
        Tag.Listed known = call.ifNoneMatch();
        String now = known.named() ? "W/\"" + clock.now() + asked : null;
        if (now != null && known.matchesWeakly(now)) {
            return shared(Response.notModified(), shapedByLogin)
                    .header("ETag", now)
                    .build();
        }
        Told told = read.get();
        Response.ResponseBuilder answer = Response.ok(told.body(), "application/json");
        if (told.next() != null) {
            answer.header("Link", "<" + told.next() + ">; rel=\"next\"");
        }
        return shared(answer, shapedByLogin)
                .header("ETag", "W/\"" + told.number() + asked)
                .build();
    }

    /** An answer that has no place in a walk. */
    Response whole(Supplier<String> read) {
        return answer(() -> {
            // Before the body: a tag that is too old is only asked for again.
            String number = clock.now();
            return new Told(read.get(), number, null);
        });
    }

    /** Says to caches for whom an answer is good. */
    public static Response.ResponseBuilder shared(Response.ResponseBuilder answer, boolean shapedByLogin) {
        return answer.header("Cache-Control", shapedByLogin ? "private, no-cache" : "no-cache")
                .header("Vary", "Accept, Accept-Encoding, Authorization, Cookie");
    }
}
