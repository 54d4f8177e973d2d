package throughline.registry.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** What a write's records refer to: those among them, and those in {@code entry}, which knows every record. */
final class Targets {

    private final Write write;
    private final Map<String, Facts> written;
    private final Map<String, Entry> entries;

    private Targets(Write write, Map<String, Facts> written, Map<String, Entry> entries) {
        this.write = write;
        this.written = written;
        this.entries = entries;
    }

    static Targets of(Write write, Map<String, Facts> written) throws SQLException {
        Set<String> others = new LinkedHashSet<>();
        for (Facts facts : written.values()) {
            for (Facts.Mention reference : facts.references()) {
                if (!written.containsKey(reference.of())) {
                    others.add(reference.of());
                }
            }
        }
        return new Targets(write, written, Entry.load(write.connection, others));
    }

    /** What the documents of these say of each record that they name. */
    Map<String, Reference> references(Collection<Change> changes) {
        Map<String, Reference> references = new HashMap<>();
        for (Change change : changes) {
            for (Link link : change.deleted() ? List.<Link>of() : change.kind.links(change.tree)) {
                references.computeIfAbsent(link.target(), this::reference);
            }
        }
        return references;
    }

    /** References lead somewhere, and a public record refers to no draft. */
    void check() {
        for (Facts facts : written.values()) {
            if (!facts.unchanged()) {
                missing(facts);
                refersToDraft(facts);
            }
        }
    }

    private void missing(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Facts.Mention reference : facts.references()) {
            if (!stands(reference.of())) {
                findings.add(
                        Finding.at(reference.pointer(), "unknown-reference", "There is no record " + reference.of()));
            }
        }
        if (!findings.isEmpty()) {
            write.refusals.add(
                    facts.place(),
                    ProblemException.invalid(facts.label(), findings).problem());
        }
    }

    private boolean stands(String target) {
        Facts here = written.get(target);
        Entry entry = entries.get(target);
        return here != null ? !here.deleted() : entry != null && entry.live();
    }

    private void refersToDraft(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Problem.Named> drafts = new LinkedHashMap<>();
        for (Facts.Mention reference : facts.isPublic() ? facts.references() : List.<Facts.Mention>of()) {
            if (stands(reference.of()) && !isPublic(reference.of())) {
                Reference draft = reference(reference.of());
                drafts.put(draft.id(), new Problem.Named(draft.id(), draft.kind(), draft.title()));
                findings.add(Finding.at(reference.pointer(), "refers-to-draft", draft.title() + " is a draft"));
            }
        }
        if (!drafts.isEmpty()) {
            write.refusals.add(
                    facts.place(),
                    Problem.of(ProblemType.REFERS_TO_DRAFT, "Publish these first, or leave them out.")
                            .with(findings)
                            .naming(List.copyOf(drafts.values())));
        }
    }

    private boolean isPublic(String target) {
        Facts here = written.get(target);
        return here != null ? here.isPublic() : entries.get(target).isPublic();
    }

    private Reference reference(String target) {
        Facts here = written.get(target);
        return here != null ? here.reference() : entries.get(target).reference();
    }
}
