package throughline.registry.problem;

import java.util.Arrays;
import java.util.List;

/** A request that is refused, and all that its answer says. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public static ProblemException of(ProblemType type, String detail, Finding... findings) {
        return new ProblemException(Problem.of(type, detail).with(Arrays.asList(findings)));
    }

    public static ProblemException invalid(String label, List<Finding> findings) {
        String count = findings.size() == 1 ? "1 field needs" : findings.size() + " fields need";
        return new ProblemException(Problem.of(ProblemType.VALIDATION, count + " attention")
                .titled("The " + label + " is not valid")
                .with(findings));
    }

    public Problem problem() {
        return problem;
    }
}
