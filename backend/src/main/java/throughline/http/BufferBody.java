package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemType;

/**
 * Reads a body whole before any thread waits for it. Without this a few hundred senders of one byte a second hold every worker thread, and
 * nobody is served.
 */
@ApplicationScoped
class BufferBody {

    private static final Set<HttpMethod> BODIES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final long MOST_IN_ALL = 64L << 20;

    /** Milliseconds in which a sender can read why, before his sending is cut off. */
    private static final long LINGER = 500;

    @ConfigProperty(name = "throughline.body.deadline-ms", defaultValue = "10000")
    long deadline;

    private final AtomicLong held = new AtomicLong();

    void install(@Observes Filters filters) {
        filters.register(this::read, Order.BODY);
    }

    private void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (!BODIES.contains(request.method())) {
            context.next();
        } else if (request.isEnded()) {
            proceed(context, Buffer.buffer());
        } else if (length != null && Long.parseLong(length) > BodyLimit.of(request.path())) {
            tooLarge(context);
        } else {
            new Reading(context).begin();
        }
    }

    private static void proceed(RoutingContext context, Buffer body) {
        // Without a buffer the framework would wait for a body that has already been read.
        ((RoutingContextInternal) context).setBody(body);
        context.next();
    }

    private static void tooLarge(RoutingContext context) {
        refuse(
                context,
                Problem.of(
                        ProblemType.TOO_LARGE,
                        "A body here is at most "
                                + BodyLimit.of(context.request().path()) + " bytes."));
    }

    /** The rest of the body is not read, so the connection cannot serve another request. */
    static void refuse(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.TYPE);
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        if (problem.type() == ProblemType.OVERLOADED || problem.type() == ProblemType.UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "2");
        }
        endAndClose(context, ProblemBody.of(problem, RequestId.of(context)));
    }

    private static void endAndClose(RoutingContext context, String answer) {
        context.response().end(answer).onComplete(sent -> context.vertx()
                .setTimer(LINGER, later -> context.request().connection().close()));
    }

    /** One body on its way in. */
    private final class Reading {

        private final RoutingContext context;
        private final Buffer body = Buffer.buffer();
        private final long limit;
        private long timer;
        private boolean over;

        Reading(RoutingContext context) {
            this.context = context;
            this.limit = BodyLimit.of(context.request().path());
        }

        void begin() {
            timer = context.vertx().setTimer(deadline, late -> {
                if (end()) {
                    refuse(context, Problem.of(ProblemType.REQUEST_TIMEOUT, "The body did not come in time."));
                }
            });
            context.request()
                    .handler(this::take)
                    .exceptionHandler(broken -> end())
                    .endHandler(whole -> {
                        if (end()) {
                            proceed(context, body);
                        }
                    })
                    .resume();
        }

        private void take(Buffer part) {
            if (over) {
                return;
            }
            long all = held.addAndGet(part.length());
            body.appendBuffer(part);
            if (body.length() > limit && end()) {
                tooLarge(context);
            } else if (all > MOST_IN_ALL && end()) {
                refuse(
                        context,
                        Problem.of(ProblemType.OVERLOADED, "Too many bodies are on their way in; send it again."));
            }
        }

        /** Ends the reading once: it was read, it was too much, or it took too long. */
        private boolean end() {
            if (over) {
                return false;
            }
            over = true;
            context.vertx().cancelTimer(timer);
            held.addAndGet(-body.length());
            return true;
        }
    }
}
