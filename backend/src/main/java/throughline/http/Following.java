package throughline.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    record Told(String body, String number, String next) {}

    Response answer(Supplier<Told> read) {
        boolean shapedByLogin = call.author().seesPrivateParts();
        String asked = "." + Document.hash(call.address() + shapedByLogin + build) + "\"";
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

    static Response.ResponseBuilder shared(Response.ResponseBuilder answer, boolean shapedByLogin) {
        return answer.header("Cache-Control", shapedByLogin ? "private, no-cache" : "no-cache")
                .header("Vary", "Accept, Accept-Encoding, Authorization, Cookie");
    }
}
