package throughline.registry.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import throughline.registry.problem.Finding;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;

/**
 * What a write is refused for, gathered until all is looked at. The first in the order of refusals gives the answer its type: what was found
 * of the same type stands beside it, and in a batch everything.
 */
final class Refusals {

    private final List<Problem> problems = new ArrayList<>();
    private boolean many;

    /** More than this helps nobody, and an answer has to end somewhere. */
    private int most = 500;

    /** Tells every one: a file is mended by whoever reads all that is wrong with it. */
    void tellAll() {
        most = Integer.MAX_VALUE;
    }

    void add(Place place, Problem problem) {
        if (place.operation() == null) {
            problems.add(problem);
        } else {
            many = true;
            problems.add(problem.with(placed(place, problem)));
        }
    }

    private static List<Finding> placed(Place place, Problem problem) {
        if (problem.errors().isEmpty()) {
            boolean ofVersion =
                    problem.type() == ProblemType.STALE_VERSION || problem.type() == ProblemType.VERSION_REQUIRED;
            String pointer = place.operation() + (ofVersion ? "/ifMatch" : "");
            return List.of(Finding.at(pointer, problem.type().slug(), problem.detail()));
        }
        return problem.errors().stream().map(error -> error.below(place.body())).toList();
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Finding> findings() {
        return problems.stream()
                .flatMap(problem -> (problem.errors().isEmpty()
                                ? List.of(Finding.at("", problem.type().slug(), problem.detail()))
                                : problem.errors())
                        .stream())
                .toList();
    }

    /** Ends the write where anything was found. */
    void refuse() {
        if (problems.isEmpty()) {
            return;
        }
        Problem first = problems.stream()
                .min((one, other) -> rank(one.type()) - rank(other.type()))
                .orElseThrow();
        List<Finding> errors = new ArrayList<>();
        Set<Problem.Named> records = new LinkedHashSet<>();
        for (Problem problem : problems) {
            if (many || problem.type() == first.type()) {
                errors.addAll(problem.errors());
                records.addAll(problem.records());
            }
        }
        Problem counted = first.type() == ProblemType.VALIDATION
                ? ProblemException.invalid("record", errors).problem().titled(first.title())
                : first;
        Problem told = counted.with(errors.size() > most ? errors.subList(0, most) : errors)
                .naming(List.copyOf(records));
        throw new ProblemException(many ? told.current(null) : told);
    }

    /** Preconditions before content, content before what other records say of it. */
    private static int rank(ProblemType type) {
        return switch (type) {
            case VERSION_REQUIRED -> 0;
            case NOT_FOUND, GONE, MERGED -> 1;
            case STALE_VERSION -> 2;
            case MALFORMED_BODY, VALIDATION -> 3;
            default -> 4;
        };
    }
}
