package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import throughline.registry.clock.Clock;
import throughline.registry.clock.RegistryNumber;
import throughline.registry.problem.ProblemException;
import throughline.registry.record.Tag;

/** Answers the public from what is kept, before any thread is taken for it. What is not kept, or not good any more, goes the whole way. */
@ApplicationScoped
class HotPath {

    /** What a 304 says of the answer that it stands for. */
    private static final List<String> UNCHANGED = List.of("Cache-Control", "Vary", "ETag");

    private final HotAnswers answers;
    private final Clock clock;

    @Inject
    HotPath(HotAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    void install(@Observes Filters filters) {
        filters.register(this::answer, Order.ANSWER);
    }

    private void answer(RoutingContext context) {
        Optional<KeptAnswer> kept = Question.isPublic(context.request())
                ? answers.find(Question.ofPublic(context.request()))
                : Optional.empty();
        if (kept.isEmpty()) {
            context.next();
            return;
        }
        Optional<RegistryNumber> own = clock.own();
        if (own.isPresent()) {
            answer(context, kept.get(), own.get());
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        clock.next().whenComplete((now, refused) -> loop.runOnContext(told -> answer(context, kept.get(), now)));
    }

    /** @param now null where the database does not tell */
    private void answer(RoutingContext context, KeptAnswer kept, RegistryNumber now) {
        Tag.Listed known = now == null || !answers.isGood(kept, now) ? null : ifNoneMatch(context);
        if (known == null) {
            context.next();
        } else if (known.matchesWeakly(kept.tag())) {
            UNCHANGED.forEach(
                    name -> context.response().putHeader(name, kept.headers().get(name)));
            context.response().setStatusCode(304).end();
        } else {
            kept.headers().forEach(context.response()::putHeader);
            context.response().end(kept.body());
        }
    }

    /** What the reader knows; null where it says so in no form that can be read, which is refused on the whole way. */
    private static Tag.Listed ifNoneMatch(RoutingContext context) {
        try {
            return Tag.listed("If-None-Match", context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH));
        } catch (ProblemException malformed) {
            return null;
        }
    }
}
