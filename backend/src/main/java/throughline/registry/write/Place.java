package throughline.registry.write;

/**
 * Where a change was asked for, so that what it is refused for can be told there.
 *
 * @param operation of a batch or a file; null where the request changes one record alone
 * @param body what stands before each pointer into the record
 */
record Place(String operation, String body) {

    static final Place ALONE = new Place(null, "");

    static Place operation(int number) {
        return new Place("/operations/" + number, "/operations/" + number + "/body");
    }

    static Place line(int number) {
        return new Place("line " + number, "line " + number + ": ");
    }
}
