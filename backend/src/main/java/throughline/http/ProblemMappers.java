package throughline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import throughline.registry.json.Json;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;

/** The only place where an exception becomes a response. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_SECONDS = 2;

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
        return respond(Problem.of(type, type.title() + "."));
    }

    @ServerExceptionMapper
    public Response unexpected(Exception failure) {
        if (away(failure)) {
            return respond(Problem.of(ProblemType.UNAVAILABLE, "The database does not answer; try again."));
        }
        LOG.error("A request failed", failure);
        return respond(Problem.of(ProblemType.UNEXPECTED, "The server failed; what was asked may or may not be done."));
    }

    private static boolean away(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            if (state.startsWith("08") || state.startsWith("57P")) {
                return true;
            }
        }
        return false;
    }

    private static Response respond(Problem problem) {
        ProblemType type = problem.type();
        Response.ResponseBuilder answer =
                Response.status(type.status()).type("application/problem+json").entity(Json.write(body(problem)));
        if (type.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer realm=\"throughline\"");
        }
        if (type.status() == 503) {
            answer.header("Retry-After", RETRY_SECONDS);
        }
        if (type == ProblemType.UNSUPPORTED_MEDIA_TYPE) {
            answer.header("Accept-Patch", "application/merge-patch+json");
        }
        if (problem.etag() != null) {
            answer.header("ETag", problem.etag());
        }
        return answer.build();
    }

    private static ObjectNode body(Problem problem) {
        ObjectNode body = Json.object()
                .put("type", "/problems/" + problem.type().slug())
                .put("title", problem.title())
                .put("status", problem.type().status())
                .put("detail", problem.detail())
                .put("requestId", UUID.randomUUID().toString());
        body.set("errors", Json.MAPPER.valueToTree(problem.errors()));
        if (problem.type().status() == 409 || problem.type().status() == 410) {
            body.set("records", Json.MAPPER.valueToTree(problem.records()));
        }
        if (problem.moves() != null) {
            body.set("moves", Json.MAPPER.valueToTree(problem.moves()));
        }
        return body;
    }
}
