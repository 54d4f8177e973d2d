package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import throughline.registry.field.Kind;
import throughline.registry.field.RecordEntity;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Entry;
import throughline.registry.record.Links;
import throughline.registry.record.Moment;
import throughline.registry.value.TypeId;

/** One transaction that writes records, under the clock: what it changes, and the numbers that it gives out. */
final class Write {

    final Connection connection;
    final EntityManager entities;
    final Request request;
    final String epoch;
    final Instant now = Moment.now();
    final String changeSet = TypeId.create("cs");
    final Map<String, Change> changes = new LinkedHashMap<>();
    final Refusals refusals = new Refusals();

    /** Where the changes that come next are asked for. */
    Place place = Place.ALONE;

    /** The change set that this one undoes, or null. */
    String undoes;

    /** What the change set is called where the request does not say; null for words made of what it changes. */
    String label;

    long seq;

    Write(Connection connection, EntityManager entities, Request request, long seq, String epoch) {
        this.connection = connection;
        this.entities = entities;
        this.request = request;
        this.seq = seq;
        this.epoch = epoch;
    }

    Change create(Kind<?> kind, String id, ObjectNode tree) {
        Change change = new Change(kind, id, null, kind.newEntity(id), null);
        change.tree = tree;
        change.op = "create";
        add(change);
        return change;
    }

    void add(Change change) {
        change.place = place;
        changes.put(change.id, change);
    }

    /** The record as it stands, deleted ones too; 404 where there is none. */
    Change open(Kind<?> kind, String id) throws SQLException {
        Entry entry = Entry.find(connection, kind, id).orElseThrow(() -> unknown(kind));
        return entry.live() ? live(kind, entry) : new Change(kind, id, entry, kind.newEntity(id), null);
    }

    static ProblemException unknown(Kind<?> kind) {
        return ProblemException.of(
                ProblemType.NOT_FOUND, "There is no such " + kind.label().toLowerCase(java.util.Locale.ROOT) + ".");
    }

    /** Refuses what no longer stands: 410 for a deleted record, 409 for a merged one. */
    static void requireLive(Entry entry) {
        if (entry.state().equals("deleted")) {
            throw new ProblemException(Problem.of(ProblemType.GONE, "It was deleted; its history can bring it back.")
                    .naming(List.of(entry.named())));
        }
    }

    private <E extends RecordEntity> Change live(Kind<E> kind, Entry entry) throws SQLException {
        E entity = entities.find(kind.entityType(), entry.id());
        ObjectNode tree =
                kind.tree(entity, Links.load(connection, List.of(entry.id())).getOrDefault(entry.id(), List.of()));
        return new Change(kind, entry.id(), entry, entity, tree);
    }

    long next() {
        return ++seq;
    }
}
