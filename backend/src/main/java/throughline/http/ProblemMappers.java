package throughline.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Failure;
import throughline.registry.sql.Storage;

/** The only place where an exception becomes a response. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_SECONDS = 2;
    // A write whose outcome is unknown is told by Transactions.
    private static final String NOTHING_DONE = "Nothing was done; try again.";

    private final RoutingContext context;
    private final AllowedMethods allowed;
    private final Storage storage;

    @Inject
    ProblemMappers(RoutingContext context, AllowedMethods allowed, Storage storage) {
        this.context = context;
        this.allowed = allowed;
        this.storage = storage;
    }

    @ServerExceptionMapper
    public Response refused(ProblemException refused) {
        return respond(refused.problem());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated() {
        return respond(
                Problem.of(
                        ProblemType.UNAUTHENTICATED,
                        "Send the operator's key as Authorization: Bearer; it lies in the file operator.key in the data folder."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refused) {
        return respond(Problem.of(ProblemType.FORBIDDEN, "This is not yours to do."));
    }

    /** Keeps the framework's own refusals (405, 406, 415 and the like) in the one error format. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException refused) {
        ProblemType type = ProblemType.ofStatus(refused.getResponse().getStatus());
        return respond(Problem.of(type, advice(type)));
    }

    private String advice(ProblemType type) {
        return switch (type) {
            case METHOD_NOT_ALLOWED ->
                "This address has " + allowed.of(context.request().path()) + ".";
            case NOT_FOUND -> "There is nothing at this address; what there is, GET /api/v1 and /q/swagger-ui say.";
            case NOT_ACCEPTABLE -> "This address answers application/json.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json; a PATCH takes application/merge-patch+json.";
            default -> type.title() + ".";
        };
    }

    @ServerExceptionMapper
    public Response unexpected(Exception failure) {
        storage.refused(failure);
        return Failure.meaning(failure)
                .map(type -> respond(Problem.of(type, NOTHING_DONE)))
                .orElseGet(() -> {
                    LOG.errorf(failure, "Request %s failed", RequestId.of(context));
                    return respond(Problem.of(
                            ProblemType.UNEXPECTED, "The server failed; what was asked may or may not be done."));
                });
    }

    private Response respond(Problem problem) {
        ProblemType type = problem.type();
        Response.ResponseBuilder answer = Response.status(type.status())
                .type(ProblemBody.TYPE)
                .entity(ProblemBody.of(problem, RequestId.of(context)))
                // What is gone or unknown today may be there tomorrow, and to someone else already.
                .header("Cache-Control", "no-store");
        if (type.status() == 401 && !context.response().headers().contains("WWW-Authenticate")) {
            answer.header("WWW-Authenticate", "Bearer realm=\"throughline\"");
        }
        if (type.status() == 503) {
            answer.header("Retry-After", RETRY_SECONDS);
        }
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            answer.header("Allow", allowed.of(context.request().path()));
        }
        if (type == ProblemType.UNSUPPORTED_MEDIA_TYPE && context.request().method() == HttpMethod.PATCH) {
            answer.header("Accept-Patch", "application/merge-patch+json");
        }
        if (problem.etag() != null) {
            answer.header("ETag", problem.etag());
        }
        return answer.build();
    }
}
