package throughline.registry.write;

/**
 * What a write left.
 *
 * @param document with its private parts; null for a deletion
 * @param changeSet null where nothing changed
 * @param replayed whether an earlier request under the same key had done it
 */
public record Written(
        String id,
        int version,
        long seq,
        String tag,
        String document,
        String changeSet,
        boolean created,
        boolean replayed) {}
