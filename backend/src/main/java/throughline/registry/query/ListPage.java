package throughline.registry.query;

import java.util.List;

/**
 * A list's answer as it was read, in one snapshot.
 *
 * @param counted null unless it was asked for
 */
public record ListPage(Slice<String> slice, Counted counted, List<Facet> facets) {

    /**
     * How many records there are.
     *
     * @param exact false where there are more than are ranked
     * @param position how many lie before the first one shown
     */
    public record Counted(long total, boolean exact, long position) {}

    /** Counts by value of one field; a null value stands for the records without one. */
    public record Facet(String field, List<Count> counts, boolean cut) {}

    /** How many records have a value. */
    public record Count(String value, String label, long count) {}
}
