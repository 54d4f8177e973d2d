package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemType;

/**
 * Refuses what comes after the server was asked to end. The framework would begin it, end when nothing is under way for one moment, and cut
 * what began in the next.
 */
@ApplicationScoped
class Stopping {

    private volatile boolean asked;

    void install(@Observes Filters filters) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> asked = true, "refuses-requests"));
        filters.register(this::look, Order.STOPPING);
    }

    private void look(RoutingContext context) {
        if (asked) {
            BufferBody.refuse(context, Problem.of(ProblemType.UNAVAILABLE, "The server is stopping."));
        } else {
            context.next();
        }
    }
}
