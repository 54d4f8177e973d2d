package throughline.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How many requests came to which address of the contract, how they ended, and how long each took until its answer was sent. */
@ApplicationScoped
class RequestFigures {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ContractAddresses addresses = new ContractAddresses(AllowedMethods.contract());
    private final Map<Told, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    @Inject
    RequestFigures(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Told(String method, String address, String status) {}

    void install(@Observes Filters filters) {
        filters.register(this::measure, Order.FIGURES);
    }

    private void measure(RoutingContext context) {
        long begin = System.nanoTime();
        String method = context.request().method().name();
        String path = context.request().path();
        context.addEndHandler(sent -> {
            Told told = new Told(
                    METHODS.contains(method) ? method : "other",
                    addresses.of(path),
                    sent.succeeded() ? Integer.toString(context.response().getStatusCode()) : "cut");
            timers.computeIfAbsent(told, this::timer).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        });
        context.next();
    }

    private Timer timer(Told told) {
        return Timer.builder("throughline.http.requests")
                .description("Requests, by the contract's address, and the time until the answer was sent")
                .tags("method", told.method(), "address", told.address(), "status", told.status())
                .register(meters);
    }
}
