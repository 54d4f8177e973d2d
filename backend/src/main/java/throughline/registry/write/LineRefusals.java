package throughline.registry.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;

/** Why a file is not loaded: each reason with the line and the place in it. */
final class LineRefusals {

    private static final Pattern LINE = Pattern.compile("line (\\d+): (.*)");

    private record Told(int line, String reason) {}

    private final List<Told> told = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** In the order of the lines; what is said of the whole file stands first. */
    List<String> told() {
        return told.stream()
                .sorted(Comparator.comparingInt(Told::line))
                .map(each -> each.line() == 0 ? each.reason() : "line " + each.line() + ": " + each.reason())
                .toList();
    }

    void add(String reason) {
        told.add(new Told(0, reason));
    }

    void replace(String reason) {
        told.clear();
        add(reason);
    }

    /**
     * A line's own: its findings, or that it cannot be read.
     *
     * @param id that the line brings, or empty
     */
    void of(int line, String id, ProblemException problem) {
        refused.add(id);
        List<Finding> findings = problem.problem().errors();
        if (findings.isEmpty()) {
            String detail = problem.problem().detail();
            told.add(new Told(line, detail.replace("The body", "It").replace(" at line 1, column", " at column")));
        }
        findings.forEach(finding -> told.add(new Told(line, reason(finding.pointer(), finding))));
    }

    /** What is known only once all lines stand beside each other: each finding names its line. */
    void ofAll(ProblemException problem) {
        List<Finding> findings = problem.problem().errors();
        if (findings.isEmpty()) {
            add(problem.problem().title() + ": " + problem.problem().detail());
        }
        findings.stream().filter(finding -> !onARefusedLine(finding)).forEach(finding -> {
            Matcher placed = LINE.matcher(finding.pointer());
            if (placed.matches()) {
                told.add(new Told(Integer.parseInt(placed.group(1)), reason(placed.group(2), finding)));
            } else {
                add(reason(finding.pointer(), finding));
            }
        });
    }

    private static String reason(String pointer, Finding finding) {
        return pointer + ": " + finding.detail();
    }

    /** What a line refers to is there as soon as that line is mended. */
    private boolean onARefusedLine(Finding finding) {
        String detail = finding.detail();
        return finding.code().equals("unknown-reference")
                && refused.contains(detail.substring(detail.lastIndexOf(' ') + 1));
    }
}
