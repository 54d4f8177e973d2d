package throughline.http;

import jakarta.ws.rs.core.Response;

/** What every answer to a write says of it. */
final class WriteAnswer {

    private WriteAnswer() {}

    /**
     * @param changeSet to which the write belongs; null where it changed nothing
     * @param replayed whether the same answer was given before, to the same key
     */
    static Response of(Response.ResponseBuilder answer, String changeSet, boolean replayed) {
        if (changeSet != null) {
            answer.header("Change-Set", changeSet);
        }
        if (replayed) {
            answer.header("Idempotency-Replayed", "true");
        }
        return Following.shared(answer, true).build();
    }
}
