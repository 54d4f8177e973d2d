package throughline.registry.check;

/** For what a body was sent; what it may name follows from it. */
public enum Intent {
    /** A new record: ids are the server's. */
    CREATE,
    /** A record of a file: it may bring its own ids. */
    LOAD,
    /** A record that stands, written anew. */
    REPLACE
}
