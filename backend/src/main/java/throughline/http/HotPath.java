package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import throughline.registry.clock.Clock;
import throughline.registry.clock.RegistryNumber;
import throughline.registry.problem.ProblemException;
import throughline.registry.record.Tag;

/** Answers the public from what is kept, before any thread is taken for it. What is not kept, or not good any more, goes the whole way. */
@ApplicationScoped
class HotPath {

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
        Question question = Question.isPublic(context.request()) ? Question.ofPublic(context.request()) : null;
        if (question == null || !answers.holds(question)) {
            context.next();
            return;
        }
        Optional<RegistryNumber> own = clock.own();
        if (own.isPresent()) {
            answer(context, question, own.get());
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        clock.next().whenComplete((now, refused) -> loop.runOnContext(told -> answer(context, question, now)));
    }

    /** @param now null where the database does not tell */
    private void answer(RoutingContext context, Question question, RegistryNumber now) {
        Optional<KeptAnswer> kept = now == null ? Optional.empty() : answers.find(question, now);
        if (kept.isEmpty() || !wellFormed(context)) {
            context.next();
        } else {
            give(context, kept.get());
        }
    }

    private static boolean wellFormed(RoutingContext context) {
        try {
            ifNoneMatch(context);
            return true;
        } catch (ProblemException refusedLater) {
            return false;
        }
    }

    private static Tag.Listed ifNoneMatch(RoutingContext context) {
        return Tag.listed("If-None-Match", context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH));
    }

    private static void give(RoutingContext context, KeptAnswer kept) {
        HttpServerResponse response = context.response();
        boolean same = ifNoneMatch(context).matchesWeakly(kept.tag());
        kept.headers().forEach((name, value) -> {
            if (!same || !name.startsWith("Content-")) {
                response.putHeader(name, value);
            }
        });
        if (same) {
            response.setStatusCode(304).end();
        } else {
            response.end(kept.body());
        }
    }
}
