package throughline.registry.write;

import java.util.ArrayList;
import java.util.List;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;

/** Why a file is not loaded: each reason with the line and the place in it. */
final class LineRefusals {

    private final List<String> told = new ArrayList<>();

    boolean isEmpty() {
        return told.isEmpty();
    }

    List<String> told() {
        return List.copyOf(told);
    }

    void add(String reason) {
        told.add(reason);
    }

    void add(int line, Finding finding) {
        told.add("line " + line + ": " + finding.pointer() + ": " + finding.detail());
    }

    void replace(String reason) {
        told.clear();
        told.add(reason);
    }

    /** A line's own: its findings, or that it cannot be read. */
    void of(int line, ProblemException refused) {
        List<Finding> findings = refused.problem().errors();
        if (findings.isEmpty()) {
            told.add("line " + line + ": "
                    + refused.problem().detail().replace("The body", "It").replace(" at line 1, column", " at column"));
        }
        findings.forEach(finding -> add(line, finding));
    }

    /** What is known only once all lines stand beside each other: each finding names its line. */
    void ofAll(ProblemException refused) {
        List<Finding> findings = refused.problem().errors();
        if (findings.isEmpty()) {
            told.add(refused.problem().title() + ": " + refused.problem().detail());
        }
        findings.forEach(finding -> told.add(finding.pointer() + ": " + finding.detail()));
    }
}
