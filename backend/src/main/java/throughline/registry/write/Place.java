package throughline.registry.write;

/**
 * Where a change was asked for, so that what it is refused for can be told there. It is small, since a file has one for each line.
 *
 * @param list what stands before the number; null where the request changes one record alone
 * @param number of an operation or a line, or negative where there is none
 * @param then what stands between that and each pointer into the record
 */
record Place(String list, int number, String then) {

    static final Place ALONE = new Place(null, -1, "");

    /** The request, where it asks for many changes. */
    static final Place WHOLE = new Place("", -1, "");

    static Place operation(int number) {
        return new Place("/operations/", number, "/body");
    }

    static Place line(int number) {
        return new Place("line ", number, ": ");
    }

    /** The operation, not the record in it. */
    Place itself() {
        return new Place(list, number, "");
    }

    /** Of a batch or a file; null where the request changes one record alone. */
    String operation() {
        return number < 0 ? list : list + number;
    }

    /** What stands before each pointer into the record. */
    String body() {
        return list == null ? "" : operation() + then;
    }
}
