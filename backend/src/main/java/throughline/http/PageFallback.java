package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import throughline.registry.field.Kinds;

/** Gives the browser's addresses, such as {@code /organizations/org_…}, the one page that knows what to show there, or that nothing is. */
class PageFallback {

    void install(@Observes Filters filters) {
        filters.register(PageFallback::answer, Order.ADDRESS);
    }

    private static void answer(RoutingContext context) {
        if (isPage(context.request())) {
            if (!isKnown(context.request().path())) {
                context.response().setStatusCode(404);
            }
            context.reroute("/index.html");
        } else {
            context.next();
        }
    }

    /** A file's name has a dot; what has none, and is neither the API nor Quarkus' own, is an address within the page. */
    private static boolean isPage(HttpServerRequest request) {
        String path = request.path();
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads
                && !path.equals("/")
                && path.indexOf('.') < 0
                && !within("/api", path)
                && !within("/q", path)
                && !within("/problems", path)
                && wantsPage(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean wantsPage(String accepted) {
        return accepted != null && accepted.contains("text/html");
    }

    private static boolean isKnown(String path) {
        String folder = path.split("/", 3)[1];
        return folder.equals("sign-in") || Kinds.inPlural(folder).isPresent();
    }

    private static boolean within(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
