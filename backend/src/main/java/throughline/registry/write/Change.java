package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import throughline.registry.field.Kind;
import throughline.registry.field.RecordEntity;
import throughline.registry.record.Entry;

/** One record of a write: what it was, and what it becomes. */
final class Change {

    final Kind<?> kind;
    final String id;
    final Entry before;
    final ObjectNode treeBefore;
    final RecordEntity entity;

    /** Where it was asked for. */
    Place place = Place.ALONE;

    /** What it becomes; null where it is deleted. */
    ObjectNode tree;

    String op = "update";
    int version;
    long seq;
    String document;
    String privateDocument;
    String privateTag;

    Change(Kind<?> kind, String id, Entry before, RecordEntity entity, ObjectNode treeBefore) {
        this.kind = kind;
        this.id = id;
        this.before = before;
        this.entity = entity;
        this.treeBefore = treeBefore;
        this.tree = treeBefore;
    }

    static Change created(Kind<?> kind, String id, ObjectNode tree) {
        Change change = new Change(kind, id, null, kind.newEntity(id), null);
        change.tree = tree;
        change.op = "create";
        return change;
    }

    boolean isNew() {
        return before == null;
    }

    boolean deleted() {
        return tree == null;
    }

    boolean changesNothing() {
        return treeBefore != null && treeBefore.equals(tree);
    }

    String lifecycle() {
        return deleted() ? before.lifecycle() : tree.path("lifecycle").asText();
    }

    String origin() {
        return deleted() ? before.origin() : tree.path("origin").asText();
    }

    String title() {
        return deleted() ? before.title() : kind.titleOf(tree);
    }

    boolean publicNow() {
        return !deleted() && Entry.isPublic(lifecycle());
    }

    boolean publicBefore() {
        return before != null && before.isPublic();
    }

    boolean renamed() {
        return before != null
                && !deleted()
                && !(before.title().equals(title()) && before.origin().equals(origin()));
    }
}
