package throughline.http.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemType;

/** The answers that refuse, one for each status: what it means in each case, as the problems' own declaration has it. */
final class ImpliedRefusals {

    private static final Set<Integer> ALWAYS = Set.of(400, 401, 406, 414, 431, 500, 503);
    private static final Set<Integer> OF_A_WRITE = Set.of(403, 408, 413);
    private static final Map<Integer, String> HEADERS =
            Map.of(401, "WWW-Authenticate", 412, "ETag", 415, "Accept-Patch", 503, "Retry-After");
    private static final String REQUEST = "8a6f2d1c-5b1e-4a7e-9a53-0f3c1f0d7f11";

    private ImpliedRefusals() {}

    /** The refusals that follow from what an operation is. */
    static Set<Integer> implied(String path, String method, boolean takesBody) {
        Set<Integer> statuses = new HashSet<>(ALWAYS);
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (!method.equals("get")) {
            statuses.addAll(OF_A_WRITE);
        }
        if (takesBody) {
            statuses.add(415);
        }
        return statuses;
    }

    static String name(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase().replaceAll("[^A-Za-z]", "");
    }

    static void add(ObjectNode responses) {
        Map<Integer, List<ProblemType>> byStatus =
                Arrays.stream(ProblemType.values()).collect(Collectors.groupingBy(ProblemType::status));
        byStatus.forEach((status, types) -> responses.set(name(status), response(status, types)));
    }

    private static ObjectNode response(int status, List<ProblemType> types) {
        ObjectNode response = Json.object()
                .put("description", types.stream().map(ProblemType::title).collect(Collectors.joining("; ")) + ".");
        ObjectNode headers = response.putObject("headers");
        headers.set("X-Request-Id", Names.ref("headers", "X-Request-Id"));
        if (HEADERS.containsKey(status)) {
            headers.set(HEADERS.get(status), Names.ref("headers", HEADERS.get(status)));
        }
        ObjectNode content = response.putObject("content").putObject("application/problem+json");
        content.set("schema", Names.ref("schemas", "Problem"));
        ObjectNode examples = content.putObject("examples");
        types.forEach(type -> examples.putObject(type.slug()).set("value", example(type)));
        return response;
    }

    private static ObjectNode example(ProblemType type) {
        ObjectNode problem = Json.object()
                .put("type", "/problems/" + type.slug())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", type.advice())
                .put("requestId", REQUEST);
        ArrayNode errors = problem.putArray("errors");
        if (type == ProblemType.VALIDATION) {
            finding(errors.addObject().put("pointer", "/sources"), "required", "Say where it is known from");
        } else if (type == ProblemType.INVALID_PARAMETER) {
            finding(errors.addObject().put("parameter", "limit"), "out-of-range", "Send a whole number from 1 to 200");
        }
        if (type.status() == 409 || type.status() == 410) {
            problem.putArray("records")
                    .addObject()
                    .put("id", "org_01m8801200fdqst67annhakk56")
                    .put("kind", "organization")
                    .put("title", "Institute of Museum and Library Services");
        }
        return problem;
    }

    private static void finding(ObjectNode finding, String code, String detail) {
        finding.put("code", code).putNull("rule").putNull("limit").put("detail", detail);
    }
}
