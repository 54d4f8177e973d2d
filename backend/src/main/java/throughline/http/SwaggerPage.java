package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Serves Swagger UI with a page of our own over the extension's bundle: the extension's has scripts within it, which the content policy
 * forbids.
 */
class SwaggerPage {

    private static final Map<String, String> OURS = Map.of(
            "/q/swagger-ui", "/swagger/index.html",
            "/q/swagger-ui/", "/swagger/index.html",
            "/q/swagger-ui/index.html", "/swagger/index.html");

    void install(@Observes Filters filters) {
        filters.register(SwaggerPage::answer, Order.ADDRESS);
    }

    private static void answer(RoutingContext context) {
        String ours = OURS.get(context.request().path());
        if (ours == null) {
            context.next();
        } else {
            context.reroute(ours);
        }
    }
}
