package throughline.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import throughline.registry.field.Kind;
import throughline.registry.field.Link;
import throughline.registry.problem.Problem;
import throughline.registry.record.Reference;

/**
 * What the rules between records, and the documents of others, ask of a record that is written: little enough to be held of each line of a
 * long file.
 *
 * @param leaves whether the public saw it before, and does not any more
 * @param unchanged whether the write leaves it as it stands
 * @param identifiers the active ones, by scheme and value
 */
record Facts(
        Place place,
        Kind<?> kind,
        String id,
        String title,
        String origin,
        boolean deleted,
        boolean isPublic,
        boolean leaves,
        boolean unchanged,
        List<Mention> references,
        List<Mention> identifiers) {

    /** Something outside the record that it names, and where it does. */
    record Mention(String pointer, String of) {}

    static Facts of(Change change) {
        return new Facts(
                change.place,
                change.kind,
                change.id,
                change.title(),
                // Each line would hold a copy of one of two words.
                change.origin().intern(),
                change.deleted(),
                change.publicNow(),
                change.publicBefore() && !change.publicNow(),
                change.changesNothing(),
                change.deleted() ? List.of() : references(change),
                change.deleted() ? List.of() : identifiers(change.tree));
    }

    static Map<String, Facts> of(Iterable<Change> changes) {
        Map<String, Facts> facts = new LinkedHashMap<>();
        changes.forEach(change -> facts.put(change.id, of(change)));
        return facts;
    }

    Reference reference() {
        return new Reference(id, kind.name(), title, origin);
    }

    Problem.Named named() {
        return new Problem.Named(id, kind.name(), title);
    }

    String label() {
        return kind.label().toLowerCase(java.util.Locale.ROOT);
    }

    /** What the field refers to, of which it can hold one; null where it holds none. */
    String target(String field) {
        return references.stream()
                .filter(reference -> reference.pointer().equals("/" + field))
                .findFirst()
                .map(Mention::of)
                .orElse(null);
    }

    /** What it refers to; a reference that could not be read is none. */
    private static List<Mention> references(Change change) {
        return change.kind.links(change.tree).stream()
                .filter(link -> !link.target().isEmpty())
                .map(link -> new Mention(pointer(change.tree, link).intern(), link.target()))
                .toList();
    }

    private static String pointer(ObjectNode tree, Link link) {
        String[] steps = link.field().split("\\.");
        if (steps.length == 2) {
            return "/" + steps[0] + "/" + link.item() + "/" + steps[1];
        }
        if (!tree.path(link.field()).isArray()) {
            return "/" + link.field();
        }
        return "/" + link.field() + "/" + Math.max(link.item(), link.position());
    }

    private static List<Mention> identifiers(ObjectNode tree) {
        JsonNode identifiers = tree.path("identifiers");
        return IntStream.range(0, identifiers.size())
                .filter(i -> identifiers.get(i).path("status").asText().equals("active"))
                .mapToObj(i -> new Mention(("/identifiers/" + i + "/value").intern(), key(identifiers.get(i))))
                .toList();
    }

    private static String key(JsonNode identifier) {
        return identifier.path("scheme").asText()
                + ':'
                + identifier.path("value").asText();
    }
}
