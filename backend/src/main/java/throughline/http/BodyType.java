package throughline.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;

/** Refuses a body that does not say what it is: Jakarta REST would take it for whatever the operation reads. */
class BodyType {

    @ServerRequestFilter
    public void required(ContainerRequestContext request, ResourceInfo operation) {
        boolean takesBody =
                Arrays.asList(operation.getResourceMethod().getParameterTypes()).contains(byte[].class);
        if (takesBody && request.getMediaType() == null) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send Content-Type: application/json; a PATCH takes application/merge-patch+json.");
        }
    }
}
