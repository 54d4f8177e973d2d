package throughline.registry.check;

import java.util.ArrayList;
import java.util.List;
import throughline.registry.problem.Finding;

/** What was found wrong, so far. */
final class Findings {

    /** More than this helps nobody, and an answer has to end somewhere. */
    private static final int MOST = 500;

    private final List<Finding> found = new ArrayList<>();

    void add(Finding finding) {
        if (found.size() < MOST) {
            found.add(finding);
        }
    }

    void add(String pointer, String code, String detail) {
        add(Finding.at(pointer, code, detail));
    }

    void add(String pointer, String code, Object limit, String detail) {
        add(Finding.limited(pointer, code, limit, detail));
    }

    /** Whether something was found at the pointer or below it. */
    boolean at(String pointer) {
        return found.stream()
                .anyMatch(finding -> finding.pointer() != null
                        && (finding.pointer().equals(pointer)
                                || finding.pointer().startsWith(pointer + "/")));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
