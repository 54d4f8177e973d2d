package throughline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import throughline.registry.json.Json;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Document;
import throughline.registry.write.ChangeSets;

/**
 * The page of change sets that a query asks for.
 *
 * @param filters what the query says beside the place; its cursors are good for the same filters alone
 */
record ChangeSetPage(Map<String, String> filters, ChangeSets.Asked asked) {

    static ChangeSetPage of(Call call) {
        Map<String, String> sent = new TreeMap<>(call.only("mine", "session", "limit", "after", "before"));
        if (sent.containsKey("after") && sent.containsKey("before")) {
            throw wrong(ProblemType.INVALID_PARAMETER, "before", "It excludes after");
        }
        boolean back = sent.containsKey("before");
        String cursor = back ? sent.remove("before") : sent.remove("after");
        String limit = sent.getOrDefault("limit", "50");
        if (!limit.matches("[1-9]\\d?|1\\d\\d|200")) {
            throw wrong(ProblemType.INVALID_PARAMETER, "limit", "Send a whole number from 1 to 200");
        }
        String actor = call.flag("mine", sent) ? call.author().principal() : null;
        String beside = cursor == null ? null : opened(cursor, sent, back);
        ChangeSets.Asked asked =
                new ChangeSets.Asked(actor, sent.get("session"), Integer.parseInt(limit), beside, back);
        return new ChangeSetPage(sent, asked);
    }

    ObjectNode place(String path, ChangeSets.Page page) {
        List<ObjectNode> sets = page.sets();
        boolean none = sets.isEmpty();
        return Json.object()
                .put("limit", asked.limit())
                .put("next", none || !page.older() ? null : address(path, "after", sets.get(sets.size() - 1)))
                .put("prev", none || !page.newer() ? null : address(path, "before", sets.get(0)));
    }

    private String address(String path, String parameter, ObjectNode set) {
        StringBuilder address = new StringBuilder(path).append('?');
        filters.forEach((name, value) -> address.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        String id = set.path("id").asText();
        return address.append(parameter)
                .append('=')
                .append(id)
                .append('.')
                .append(seal(id, filters))
                .toString();
    }

    private static String opened(String cursor, Map<String, String> filters, boolean back) {
        int dot = cursor.indexOf('.');
        String id = dot < 0 ? cursor : cursor.substring(0, dot);
        if (!cursor.equals(id + '.' + seal(id, filters))) {
            throw wrong(
                    ProblemType.INVALID_CURSOR, back ? "before" : "after", "It belongs to another query; begin again");
        }
        return id;
    }

    private static String seal(String id, Map<String, String> filters) {
        Map<String, String> bound = new TreeMap<>(filters);
        bound.remove("limit");
        return Document.hash(id + bound);
    }

    private static ProblemException wrong(ProblemType type, String parameter, String detail) {
        return ProblemException.of(type, parameter + ": " + detail, Finding.parameter(parameter, "format", detail));
    }
}
