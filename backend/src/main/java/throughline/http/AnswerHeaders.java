package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What every answer says beside its content: its request, what a browser may do with it, and who may read it from elsewhere. */
class AnswerHeaders {

    private static final String PAGES_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String EXPOSED =
            "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id";

    void install(@Observes Filters filters) {
        filters.register(AnswerHeaders::add, Order.HEADERS);
    }

    private static void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        HttpServerRequest request = context.request();
        boolean api = request.path().startsWith("/api/");
        headers.set("X-Request-Id", RequestId.of(context))
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Content-Security-Policy", api ? API_POLICY : PAGES_POLICY);
        if (reads(request.method()) && (api || request.path().equals("/q/openapi"))) {
            openToOthers(headers);
        }
        context.addHeadersEndHandler(sent -> finish(request.path(), headers));
        context.next();
    }

    private static boolean reads(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    /** A constant, so that one cached answer is good for every origin; a key is never asked for from elsewhere. */
    static void openToOthers(MultiMap headers) {
        headers.set("Access-Control-Allow-Origin", "*").set("Access-Control-Expose-Headers", EXPOSED);
    }

    private static void finish(String path, MultiMap headers) {
        String tag = headers.get(HttpHeaders.ETAG);
        if (tag != null && !tag.startsWith("W/")) {
            // A strong tag belongs to one coding.
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        if (path.startsWith("/assets/")) {
            // The name of a built file changes with its content.
            headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        } else if (!path.startsWith("/api/")) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        if (headers.contains(HttpHeaders.CACHE_CONTROL) && !headers.contains(HttpHeaders.VARY)) {
            headers.set(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization, Cookie");
        }
    }
}
