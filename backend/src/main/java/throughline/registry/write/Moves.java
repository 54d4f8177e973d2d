package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.problem.Finding;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemType;
import throughline.registry.vocabulary.Vocabularies;

/** Which value of a workflow may follow which. A record may be made in any; restore and undo may set any. */
final class Moves {

    private static final Map<String, List<String>> LIFECYCLE = Map.of(
            "draft", List.of("published"),
            "published", List.of("withdrawn", "draft"),
            "withdrawn", List.of("published"));

    private Moves() {}

    static void check(Write write, Change change, Vocabularies vocabularies) {
        Kind<?> kind = change.kind;
        for (Field<?> field : kind.fields()) {
            if (field.name().equals("lifecycle")) {
                check(write, change, "lifecycle", LIFECYCLE);
            } else if (field.vocabulary() != null
                    && vocabularies.get(field.vocabulary()).moves() != null) {
                check(
                        write,
                        change,
                        field.name(),
                        vocabularies.get(field.vocabulary()).moves());
            }
        }
    }

    private static void check(Write write, Change change, String field, Map<String, List<String>> moves) {
        String from = change.treeBefore.path(field).textValue();
        String to = change.tree.path(field).textValue();
        boolean same = from == null ? to == null : from.equals(to);
        boolean opened = from == null || to == null && isDraft(change.tree);
        if (!same && !opened && !moves.getOrDefault(from, List.of()).contains(String.valueOf(to))) {
            List<String> open = moves.getOrDefault(from, List.of());
            String detail =
                    "From " + from + " it may become " + (open.isEmpty() ? "nothing else" : String.join(" or ", open));
            write.refusals.add(
                    change.place,
                    Problem.of(ProblemType.STATUS_MOVE, detail)
                            .with(List.of(Finding.at("/" + field, "status-move", detail)))
                            .open(open));
        }
    }

    private static boolean isDraft(ObjectNode tree) {
        return tree.path("lifecycle").asText().equals("draft");
    }
}
