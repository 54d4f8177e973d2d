package throughline.registry.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Tag;

/** The version that a write expects, as {@code If-Match} names it. */
public record Match(Tag.Listed listed) {

    static ProblemException required() {
        return ProblemException.of(
                ProblemType.VERSION_REQUIRED, "Send If-Match with the ETag of the record as you read it.");
    }

    /** What the request's headers say; 428 where they name no version. */
    public static Match of(List<String> headers) {
        return ofAny(headers).orElseThrow(Match::required);
    }

    /** What the request's headers say, if anything. */
    public static Optional<Match> ofAny(List<String> headers) {
        return headers.isEmpty() ? Optional.empty() : Optional.of(new Match(Tag.listed("If-Match", headers)));
    }

    /**
     * Refuses with 412 what is not the record as it stands.
     *
     * @return whether the writer had read the private parts
     */
    boolean requireFit(Write write, Change change, boolean whole) throws SQLException {
        if (listed.any()) {
            return false;
        }
        Optional<Tag> fitting = listed.fitting(change.before);
        if (fitting.isEmpty() || whole && fitting.get().isSparse()) {
            throw new ProblemException(Problem.of(
                            ProblemType.STALE_VERSION, "Read the record again, and make your change to what it is now.")
                    .current(write.tag(change)));
        }
        return fitting.get().showsPrivateParts();
    }
}
