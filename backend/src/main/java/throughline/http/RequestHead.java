package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemType;

/**
 * Refuses an address or headers that are too long, as problems. What is larger by far than this is cut off by the server itself, before
 * anybody here hears of it; so is an address that is not percent-encoded.
 */
class RequestHead {

    private static final int LONGEST_ADDRESS = 8_000;
    private static final int MOST_HEADERS = 16 << 10;

    void install(@Observes Filters filters) {
        filters.register(RequestHead::check, Order.HEAD);
    }

    private static void check(RoutingContext context) {
        Optional<Problem> wrong = wrong(context.request());
        if (wrong.isEmpty()) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(wrong.get().type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(ProblemBody.of(wrong.get(), RequestId.of(context)));
    }

    private static Optional<Problem> wrong(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_ADDRESS) {
            return Optional.of(Problem.of(
                    ProblemType.URI_TOO_LONG, "An address here has at most " + LONGEST_ADDRESS + " characters."));
        }
        int headers = request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + 4)
                .sum();
        if (headers > MOST_HEADERS) {
            return Optional.of(Problem.of(
                    ProblemType.HEADERS_TOO_LARGE, "Headers here have at most " + MOST_HEADERS + " bytes together."));
        }
        return Optional.empty();
    }
}
