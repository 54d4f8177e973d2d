package throughline.registry.write;

import java.util.Optional;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Entry;
import throughline.registry.record.Tag;

/** The version that a write expects, as {@code If-Match} names it. */
public record Match(Tag.Listed listed) {

    /**
     * Compares with the record as it stands, under the clock.
     *
     * @return whether the writer had read the private parts
     */
    boolean showsPrivateParts(Entry entry, boolean whole) {
        if (listed.any()) {
            return false;
        }
        Optional<Tag> fitting = listed.fitting(entry);
        if (fitting.isEmpty() || whole && fitting.get().isSparse()) {
            String current = Tag.of(entry).header();
            throw new ProblemException(Problem.of(
                            ProblemType.STALE_VERSION, "Read the record again, and make your change to what it is now.")
                    .current(current));
        }
        return fitting.get().showsPrivateParts();
    }
}
