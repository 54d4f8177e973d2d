package throughline.registry.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import throughline.registry.field.Kind;
import throughline.registry.query.Cursor;
import throughline.registry.query.Place;
import throughline.registry.query.Slice;

/**
 * A page of versions in the making: they come newest first, and what one changed is known when the one before it comes. To the public a
 * version that changed nothing it sees is none.
 */
final class Versions {

    private final Kind<?> kind;
    private final Cursor beside;
    private final boolean back;
    private final int limit;
    private final boolean seesPrivateParts;
    private final List<ObjectNode> items = new ArrayList<>();
    private ObjectNode waiting;
    private ObjectNode waitingDocument;
    private long seq;
    private String epoch;

    Versions(Kind<?> kind, Place place, int limit, boolean seesPrivateParts) {
        this.kind = kind;
        this.beside = place instanceof Place.Beside there ? there.cursor() : null;
        this.back = place.back();
        this.limit = limit;
        this.seesPrivateParts = seesPrivateParts;
    }

    /** The newest version that can stand in the page. */
    int newest() {
        return beside == null || back ? Integer.MAX_VALUE : placed() - 1;
    }

    private int placed() {
        return Integer.parseInt(beside.values().get(0));
    }

    void readAt(long number, String inEpoch) {
        seq = number;
        epoch = inEpoch;
        if (beside != null) {
            beside.requireEpoch(inEpoch);
        }
    }

    /** @return whether the page is whole, and no older version is needed */
    boolean take(ObjectNode item, ObjectNode document) {
        if (document != null) {
            settle(document);
        }
        boolean belongs = !back || item.path("version").intValue() > placed();
        if (belongs) {
            item.putArray("changes");
            items.add(item);
        }
        if (belongs && document != null) {
            waiting = item;
            waitingDocument = document;
        }
        return back ? !belongs && waiting == null : items.size() - (waiting == null ? 0 : 1) > limit;
    }

    private void settle(ObjectNode before) {
        if (waiting != null) {
            waiting.set("changes", Differences.of(kind, before, waitingDocument));
            if (!seesPrivateParts && waiting.path("changes").isEmpty()) {
                items.remove(waiting);
            }
            waiting = null;
        }
    }

    Slice<ObjectNode> slice() {
        boolean more = items.size() > limit;
        List<ObjectNode> page =
                !more ? items : back ? items.subList(items.size() - limit, items.size()) : items.subList(0, limit);
        if (page.isEmpty()) {
            return new Slice<>(page, null, null, null, false, seq, epoch);
        }
        Cursor first = cursor(page.get(0));
        Cursor last = cursor(page.get(page.size() - 1));
        return new Slice<>(
                page,
                first,
                back || more ? last : null,
                (back ? more : beside != null) ? first : null,
                false,
                seq,
                epoch);
    }

    private Cursor cursor(ObjectNode item) {
        return new Cursor(List.of(item.path("version").asText()), List.of(), epoch, false);
    }
}
