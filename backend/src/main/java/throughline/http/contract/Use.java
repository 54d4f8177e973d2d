package throughline.http.contract;

/** What a schema is of. */
enum Use {
    /** A record as it is read. */
    ANSWER,
    /** A record as a POST or PUT sends it. */
    DRAFT,
    /** The members that a PATCH names. */
    PATCH;

    boolean written() {
        return this != ANSWER;
    }
}
