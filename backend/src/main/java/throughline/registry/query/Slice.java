package throughline.registry.query;

import java.util.List;
import throughline.registry.clock.RegistryNumber;

/**
 * A page of a walk as it was read, in one snapshot with its number.
 *
 * @param begun whether the page begins at the record that was asked for
 * @param first the place of the first row, or null of an empty page
 */
public record Slice<T>(
        List<T> rows, Cursor first, Cursor next, Cursor previous, boolean begun, long seq, String epoch) {

    /** The registry's number when it was read. */
    public RegistryNumber number() {
        return new RegistryNumber(seq, epoch);
    }
}
