package throughline.registry.write;

/**
 * What a write bears beside its body.
 *
 * @param via through what it came: workbench, api, load, demo, undo
 * @param session the browser's, or null
 * @param label what the change set is called, or null for the server's own words
 * @param key the Idempotency-Key, or null
 * @param hash of the body and its type, for telling a retry from another request under the same key
 */
public record Request(
        Author author,
        String via,
        String session,
        String label,
        String reason,
        String method,
        String address,
        String key,
        String hash) {

    public static Request of(Author author, String via, String label) {
        return new Request(author, via, null, label, null, "", "", null, "");
    }

    Request as(String otherVia, String otherLabel) {
        return new Request(
                author, otherVia, session, label == null ? otherLabel : label, reason, method, address, key, hash);
    }
}
