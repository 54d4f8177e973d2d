package throughline.registry.problem;

/** Every reason for which this API refuses a request. The slug is part of the contract: never rename one. */
public enum ProblemType {
    MALFORMED_BODY(
            "malformed-body",
            400,
            "The body cannot be read",
            "The body is empty, no JSON, no object, no UTF-8, has a key twice, something after its end, or is nested deeper than 32. Send one JSON object."),
    INVALID_PARAMETER(
            "invalid-parameter",
            400,
            "A parameter is not valid",
            "A parameter is unknown, stands twice, or has a value that it cannot have. The answer names it in errors[].parameter, and says which there are."),
    INVALID_CURSOR(
            "invalid-cursor",
            400,
            "The cursor is not valid",
            "A cursor belongs to one query: its filters, sort and words. Follow page.next as it is, or begin again without it."),
    INVALID_HEADER(
            "invalid-header",
            400,
            "A header is not valid",
            "A header has a value that it cannot have; errors[].parameter names it. Entity tags stand in double quotes."),
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            "Sign in first",
            "Send Authorization: Bearer with a key that is valid. Reading what is public needs none."),
    FORBIDDEN("forbidden", 403, "Not allowed", "The key is valid, but may not do this. Ask who runs this registry."),
    NOT_FOUND(
            "not-found",
            404,
            "Not found",
            "There is nothing at this address, or nothing that you may see. GET /api/v1 lists the collections."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "The method is not allowed here",
            "The address exists, but not with this method. The header Allow names those there are."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "No such representation",
            "None of the types in Accept is offered here. Leave Accept out, or ask for application/json."),
    REQUEST_TIMEOUT(
            "request-timeout",
            408,
            "The body took too long",
            "A body must come within ten seconds. Send it again, in parts where the line is slow."),
    IN_USE(
            "in-use",
            409,
            "Other records refer to this one",
            "Public records refer to this one; records[] names them. Change those first, or withdraw this one instead of deleting it."),
    REFERS_TO_DRAFT(
            "refers-to-draft",
            409,
            "A public record cannot refer to a draft",
            "What is public must not lead to what is not. Publish the drafts that errors[] points at first, or all together in one batch."),
    DUPLICATE_IDENTIFIER(
            "duplicate-identifier",
            409,
            "Another record has this identifier",
            "Two records with one active identifier are the same. records[] names the other: change that one, or take the identifier off."),
    STATUS_MOVE(
            "status-move",
            409,
            "This move is not open",
            "The value cannot change in this way. moves[] says to what it can."),
    CHANGED_SINCE(
            "changed-since",
            409,
            "Someone changed this since",
            "Records of the change set were changed after it; changedSince[] says which, by whom and when. Undo the rest with ?skipChanged=true."),
    MERGED(
            "merged",
            409,
            "The record was merged into another",
            "The record lives on in the one that records[] names. Send the request there, with that one's ETag."),
    FEED_RESET(
            "feed-reset",
            409,
            "The registry was rebuilt: begin again at 0",
            "The registry was restored or rebuilt, so your place in the feed is gone. Begin again with after=0."),
    GONE("gone", 410, "The record was deleted", "The record was deleted. Its history can bring it back."),
    STALE_VERSION(
            "stale-version",
            412,
            "The record has changed since it was read",
            "Someone changed the record after you read it. Read it again and make your change to what it is now; ETag has the current tag."),
    TOO_LARGE(
            "too-large", 413, "The body is too large", "A record is at most 1 MiB, a batch 16 MiB. Send it in parts."),
    URI_TOO_LONG(
            "uri-too-long",
            414,
            "The address is too long",
            "The address is longer than the server takes. Ask for less at once."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            "The body's type is not supported",
            "Send Content-Type: application/json; a PATCH takes application/merge-patch+json."),
    VALIDATION(
            "validation",
            422,
            "The record is not valid",
            "The body is JSON, but not what this kind of record carries. errors[] names each place by a JSON pointer, with the rule and what to do."),
    IDEMPOTENCY_MISMATCH(
            "idempotency-mismatch",
            422,
            "The Idempotency-Key was used for another request",
            "The same Idempotency-Key was used for another body in the last 24 hours. Use a new key for a new request."),
    VERSION_REQUIRED(
            "version-required",
            428,
            "If-Match is required",
            "Send If-Match with the ETag of the record as you read it, so that nobody's change is lost."),
    RATE_LIMITED("rate-limited", 429, "Too many requests", "Wait as long as Retry-After says, then go on more slowly."),
    HEADERS_TOO_LARGE(
            "headers-too-large",
            431,
            "The headers are too large",
            "The headers are larger than 16 KiB together. Send fewer or shorter ones."),
    UNEXPECTED(
            "unexpected",
            500,
            "The server failed",
            "The fault is ours. What was asked may or may not be done: look before you send it again, or use an Idempotency-Key. Name the requestId when you report it."),
    OVERLOADED(
            "overloaded",
            503,
            "The server is busy",
            "The server has more to do than it can. Wait as long as Retry-After says and send it again."),
    UNAVAILABLE(
            "unavailable",
            503,
            "The database is away",
            "The database does not answer. What was asked may or may not be done; wait as long as Retry-After says and send it again with the same Idempotency-Key."),
    STORAGE_FULL(
            "storage-full",
            503,
            "The storage is full",
            "The server cannot keep more until its operator makes room. Reading still works.");

    private final String slug;
    private final int status;
    private final String title;
    private final String advice;

    ProblemType(String slug, int status, String title, String advice) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.advice = advice;
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

    /** What it means, and what to do. */
    public String advice() {
        return advice;
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
