package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import throughline.registry.field.Link;
import throughline.registry.problem.Finding;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Entry;
import throughline.registry.record.Reference;

/** What a write's records refer to, and who refers to them: checked against {@code entry}, which knows every record. */
final class Targets {

    private final Write write;
    private final Map<String, Entry> entries;

    private Targets(Write write, Map<String, Entry> entries) {
        this.write = write;
        this.entries = entries;
    }

    static Targets of(Write write) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        for (Change change : write.changes.values()) {
            links(change).forEach(link -> ids.add(link.target()));
        }
        ids.removeAll(write.changes.keySet());
        return new Targets(write, Entry.load(write.connection, ids));
    }

    /** What documents say of each target. */
    Map<String, Reference> references() {
        Map<String, Reference> references = new HashMap<>();
        entries.values().forEach(entry -> references.put(entry.id(), entry.reference()));
        write.changes.keySet().forEach(id -> references.put(id, reference(id)));
        return references;
    }

    /** References lead somewhere; a public record refers to no draft, and stays what public records refer to. */
    void check() throws SQLException {
        for (Change change : write.changes.values()) {
            if (change.changesNothing()) {
                continue;
            }
            missing(change);
            if (change.publicNow()) {
                refersToDraft(change);
            }
        }
        InUse.check(write);
    }

    private void missing(Change change) {
        List<Finding> findings = new ArrayList<>();
        for (Link link : links(change)) {
            if (!stands(link.target())) {
                findings.add(
                        Finding.at(pointer(change, link), "unknown-reference", "There is no record " + link.target()));
            }
        }
        if (!findings.isEmpty()) {
            String label = change.kind.label().toLowerCase(java.util.Locale.ROOT);
            write.refusals.add(
                    change.place, ProblemException.invalid(label, findings).problem());
        }
    }

    /** What the record would refer to; a reference that could not be read is none. */
    static List<Link> links(Change change) {
        return change.deleted()
                ? List.of()
                : change.kind.links(change.tree).stream()
                        .filter(link -> !link.target().isEmpty())
                        .toList();
    }

    private boolean stands(String target) {
        Change here = write.changes.get(target);
        Entry entry = entries.get(target);
        return here != null ? !here.deleted() : entry != null && entry.live();
    }

    private static String pointer(Change change, Link link) {
        String[] steps = link.field().split("\\.");
        if (steps.length == 2) {
            return "/" + steps[0] + "/" + link.item() + "/" + steps[1];
        }
        ObjectNode tree = change.tree;
        if (!tree.path(link.field()).isArray()) {
            return "/" + link.field();
        }
        return "/" + link.field() + "/" + Math.max(link.item(), link.position());
    }

    private void refersToDraft(Change change) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Problem.Named> drafts = new java.util.LinkedHashMap<>();
        for (Link link : links(change)) {
            if (stands(link.target()) && !isPublic(link.target())) {
                Reference draft = reference(link.target());
                drafts.put(draft.id(), new Problem.Named(draft.id(), draft.kind(), draft.title()));
                findings.add(Finding.at(pointer(change, link), "refers-to-draft", draft.title() + " is a draft"));
            }
        }
        if (!drafts.isEmpty()) {
            write.refusals.add(
                    change.place,
                    Problem.of(ProblemType.REFERS_TO_DRAFT, "Publish these first, or leave them out.")
                            .with(findings)
                            .naming(List.copyOf(drafts.values())));
        }
    }

    private boolean isPublic(String target) {
        Change here = write.changes.get(target);
        return here != null ? here.publicNow() : entries.get(target).isPublic();
    }

    private Reference reference(String target) {
        Change here = write.changes.get(target);
        return here != null
                ? new Reference(here.id, here.kind.name(), here.title(), here.origin())
                : entries.get(target).reference();
    }
}
