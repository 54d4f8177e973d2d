package throughline.registry.query;

import java.util.List;

/**
 * A page as it was read, in one snapshot with its number.
 *
 * @param total null unless it was asked for
 */
public record ListPage(
        List<String> documents, Cursor next, Cursor previous, long seq, String epoch, Long total, List<Facet> facets) {

    /** Counts by value of one field; a null value stands for the records without one. */
    public record Facet(String field, List<Count> counts, boolean cut) {}

    /** How many records have a value. */
    public record Count(String value, String label, long count) {}
}
