package throughline.registry.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import throughline.registry.problem.Finding;
import throughline.registry.value.IdentifierScheme;

/** Each identifier passes its scheme's own check and is kept in its normal form; a record has none twice. */
final class IdentifierRule implements Rule {

    @Override
    public void check(ObjectNode record, Consumer<Finding> wrong) {
        Set<String> active = new HashSet<>();
        JsonNode identifiers = record.path("identifiers");
        for (int i = 0; i < identifiers.size(); i++) {
            ObjectNode identifier = (ObjectNode) identifiers.get(i);
            String value = identifier.path("value").textValue();
            Optional<IdentifierScheme> scheme =
                    Optional.ofNullable(identifier.path("scheme").textValue()).flatMap(IdentifierScheme::of);
            if (value == null || scheme.isEmpty()) {
                continue;
            }
            Optional<String> normal = scheme.get().normalize(value);
            String pointer = "/identifiers/" + i + "/value";
            if (normal.isEmpty()) {
                String example = scheme.get().example();
                wrong.accept(Finding.at(
                        pointer, "format", "This is no " + scheme.get().label() + "; one looks like " + example));
                continue;
            }
            identifier.put("value", normal.get());
            boolean counts = identifier.path("status").asText().equals("active");
            if (counts && !active.add(scheme.get().code() + ":" + normal.get())) {
                wrong.accept(Finding.at(pointer, "duplicate", "The record has this identifier already"));
            }
        }
    }
}
