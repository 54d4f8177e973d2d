package throughline.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemType;

/** Lets the operator's key and this machine alone read the figures; whom a proxy on this machine speaks for is somewhere else. */
class MetricsAccess {

    private static final String METRICS = "/q/metrics";
    private static final Set<String> FORWARDING =
            Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip");

    void install(@Observes Filters filters) {
        filters.register(MetricsAccess::check, Order.IDENTIFIED);
    }

    private static void check(RoutingContext context) {
        // As the router reads it: encoded otherwise, or with a slash more, it would be served as well.
        if (!context.normalizedPath().startsWith(METRICS) || isFromHere(context.request())) {
            context.next();
            return;
        }
        SecurityIdentity asker = context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        if (asker == null || asker.isAnonymous()) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"throughline\"");
            refuse(
                    context,
                    ProblemType.UNAUTHENTICATED,
                    "Send the operator's key, or ask from the server's own machine.");
        } else if (asker.hasRole("operator")) {
            context.next();
        } else {
            refuse(context, ProblemType.FORBIDDEN, "The operator alone reads them.");
        }
    }

    private static void refuse(RoutingContext context, ProblemType type, String why) {
        context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(ProblemBody.of(Problem.of(type, why), RequestId.of(context)));
    }

    private static boolean isFromHere(HttpServerRequest request) {
        return isLoopback(request.connection().remoteAddress())
                && request.headers().names().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .noneMatch(name -> name.startsWith("x-forwarded") || FORWARDING.contains(name));
    }

    private static boolean isLoopback(SocketAddress peer) {
        try {
            // A numeric address: nothing is looked up.
            return peer != null && InetAddress.getByName(peer.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException never) {
            return false;
        }
    }
}
