package throughline.registry.problem;

/** Every reason for which this API refuses a request. The slug is part of the contract: never rename one. */
public enum ProblemType {
    MALFORMED_BODY("malformed-body", 400, "The body cannot be read"),
    INVALID_PARAMETER("invalid-parameter", 400, "A parameter is not valid"),
    INVALID_CURSOR("invalid-cursor", 400, "The cursor is not valid"),
    INVALID_HEADER("invalid-header", 400, "A header is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No such representation"),
    IN_USE("in-use", 409, "Other records refer to this one"),
    REFERS_TO_DRAFT("refers-to-draft", 409, "A public record cannot refer to a draft"),
    DUPLICATE_IDENTIFIER("duplicate-identifier", 409, "Another record has this identifier"),
    STATUS_MOVE("status-move", 409, "This move is not open"),
    CHANGED_SINCE("changed-since", 409, "Someone changed this since"),
    MERGED("merged", 409, "The record was merged into another"),
    FEED_RESET("feed-reset", 409, "The registry was rebuilt: begin again at 0"),
    GONE("gone", 410, "The record was deleted"),
    STALE_VERSION("stale-version", 412, "The record has changed since it was read"),
    TOO_LARGE("too-large", 413, "The body is too large"),
    URI_TOO_LONG("uri-too-long", 414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's type is not supported"),
    VALIDATION("validation", 422, "The record is not valid"),
    IDEMPOTENCY_MISMATCH("idempotency-mismatch", 422, "The Idempotency-Key was used for another request"),
    VERSION_REQUIRED("version-required", 428, "If-Match is required"),
    RATE_LIMITED("rate-limited", 429, "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large"),
    UNEXPECTED("unexpected", 500, "The server failed"),
    OVERLOADED("overloaded", 503, "The server is busy"),
    UNAVAILABLE("unavailable", 503, "The database is away"),
    STORAGE_FULL("storage-full", 503, "The storage is full");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The type that stands for a status which the framework itself refuses with. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID_PARAMETER;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> UNEXPECTED;
        };
    }
}
