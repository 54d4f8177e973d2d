package throughline.http;

/** How large a body may be, by address. */
final class BodyLimit {

    private static final long RECORD = 1L << 20;
    private static final long BATCH = 16L << 20;

    private BodyLimit() {}

    /** Bytes, framing apart. */
    static long of(String path) {
        return path.equals("/api/v1/batches") ? BATCH : RECORD;
    }
}
