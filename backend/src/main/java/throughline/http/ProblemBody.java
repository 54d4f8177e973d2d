package throughline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import throughline.registry.json.Json;
import throughline.registry.problem.Problem;

/** The JSON of an error answer (RFC 9457). */
final class ProblemBody {

    static final String TYPE = "application/problem+json";

    private ProblemBody() {}

    static String of(Problem problem, String requestId) {
        ObjectNode body = Json.object()
                .put("type", "/problems/" + problem.type().slug())
                .put("title", problem.title())
                .put("status", problem.type().status())
                .put("detail", problem.detail())
                .put("requestId", requestId);
        body.set("errors", Json.MAPPER.valueToTree(problem.errors()));
        if (problem.type().status() == 409 || problem.type().status() == 410) {
            body.set("records", Json.MAPPER.valueToTree(problem.records()));
        }
        if (problem.moves() != null) {
            body.set("moves", Json.MAPPER.valueToTree(problem.moves()));
        }
        if (problem.changedSince() != null) {
            body.set("changedSince", Json.MAPPER.valueToTree(problem.changedSince()));
        }
        return Json.write(body);
    }
}
