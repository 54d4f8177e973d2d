package throughline.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jboss.logging.MDC;

/** The name of one request, told in its answer and in the log, so that the two can be brought together. */
final class RequestId {

    private static final String KEY = "throughline.requestId";

    private RequestId() {}

    static String of(RoutingContext context) {
        String id = context.get(KEY);
        if (id == null) {
            id = UUID.randomUUID().toString();
            context.put(KEY, id);
            // Kept with the request's own context: whatever is logged on its behalf names it, on other threads too.
            MDC.put("requestId", id);
        }
        return id;
    }
}
