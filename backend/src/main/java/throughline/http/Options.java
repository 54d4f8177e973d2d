package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Answers OPTIONS: which methods an address has, and to a browser's preflight that anyone may read it without a key. */
@ApplicationScoped
class Options {

    private final AllowedMethods allowed;

    @Inject
    Options(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    void install(@Observes Filters filters) {
        filters.register(this::answer, Order.ADDRESS);
    }

    private void answer(RoutingContext context) {
        String path = context.request().path();
        if (context.request().method() != HttpMethod.OPTIONS || !path.startsWith("/api/")) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response().putHeader("Allow", allowed.of(path));
        if (context.request().getHeader("Access-Control-Request-Method") != null) {
            AnswerHeaders.openToOthers(response.headers());
            response.putHeader("Access-Control-Allow-Methods", "GET, HEAD")
                    .putHeader("Access-Control-Allow-Headers", "Accept, If-None-Match")
                    .putHeader("Access-Control-Max-Age", "86400");
        }
        response.setStatusCode(204).end();
    }
}
