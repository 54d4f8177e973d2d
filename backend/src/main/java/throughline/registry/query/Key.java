package throughline.registry.query;

/**
 * One key of an order.
 *
 * @param column the SQL that gives its value
 * @param type its type in the database, as which a cursor's text is read again
 * @param folded whether it is the lower-cased, unaccented form of a text
 */
public record Key(String column, String type, boolean descending, boolean nullable, boolean folded) {

    public static Key ascending(String column, String type) {
        return new Key(column, type, false, false, false);
    }
}
