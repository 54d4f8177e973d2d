package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.field.Link;
import throughline.registry.field.RecordEntity;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Document;
import throughline.registry.record.Entry;
import throughline.registry.record.Links;
import throughline.registry.record.Moment;
import throughline.registry.record.Reference;
import throughline.registry.record.Tag;
import throughline.registry.record.View;
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

    private final Map<String, Change> prefetched = new HashMap<>();

    /** Where the changes that come next are asked for. */
    Place place = Place.ALONE;

    /** The change set that this one undoes, or null. */
    String undoes;

    /** What the change set is called where the request does not say; null for words made of what it changes. */
    String label;

    /** Whether its change set was written down: there is none where nothing changed. */
    boolean hasChangeSet;

    long seq;

    Write(Connection connection, EntityManager entities, Request request, long seq, String epoch) {
        this.connection = connection;
        this.entities = entities;
        this.request = request;
        this.seq = seq;
        this.epoch = epoch;
    }

    Change create(Kind<?> kind, String id, ObjectNode tree) {
        Change change = Change.created(kind, id, tree);
        add(change);
        return change;
    }

    void add(Change change) {
        change.place = place;
        changes.put(change.id, change);
    }

    /** The record as it stands, deleted ones too; 404 where there is none. */
    Change open(Kind<?> kind, String id) throws SQLException {
        Change known = prefetched.get(id);
        if (known != null && known.kind.equals(kind)) {
            return known;
        }
        Entry entry = Entry.find(connection, kind, id).orElseThrow(() -> unknown(kind));
        return entry.live() ? live(kind, entry) : new Change(kind, id, entry, kind.newEntity(id), null);
    }

    /** Reads at once what will be opened one by one. */
    void prefetch(Collection<String> ids) throws SQLException {
        open(ids).forEach(change -> prefetched.put(change.id, change));
    }

    /** Many records as they stand, read in few statements. */
    List<Change> open(Collection<String> ids) throws SQLException {
        Map<Kind<?>, List<Entry>> byKind = new LinkedHashMap<>();
        for (Entry entry : Entry.load(connection, ids).values()) {
            byKind.computeIfAbsent(Kinds.named(entry.kind()).orElseThrow(), kind -> new ArrayList<>())
                    .add(entry);
        }
        Map<String, List<Link>> links = Links.load(connection, ids);
        List<Change> opened = new ArrayList<>();
        byKind.forEach((kind, entries) -> open(kind, entries, links, opened));
        return opened;
    }

    private <E extends RecordEntity> void open(
            Kind<E> kind, List<Entry> found, Map<String, List<Link>> links, List<Change> opened) {
        List<String> ids = found.stream().filter(Entry::live).map(Entry::id).toList();
        Map<String, E> live = new HashMap<>();
        entities.unwrap(Session.class)
                .findMultiple(kind.entityType(), ids)
                .forEach(entity -> live.put(entity.id, entity));
        for (Entry entry : found) {
            E entity = live.get(entry.id());
            opened.add(
                    entity == null
                            ? new Change(kind, entry.id(), entry, kind.newEntity(entry.id()), null)
                            : stands(kind, entry, entity, links.getOrDefault(entry.id(), List.of())));
        }
    }

    /** The tag of the record as it stands, as who asks would read it. */
    String tag(Change change) throws SQLException {
        Entry entry = change.before;
        if (!request.author().seesPrivateParts()) {
            return Tag.of(entry).header();
        }
        Set<String> targets =
                change.kind.links(change.treeBefore).stream().map(Link::target).collect(Collectors.toSet());
        Document.Head head = new Document.Head(
                Tag.of(entry), entry.version(), entry.seq(), entry.createdAt(), change.entity.updatedAt);
        return Document.of(change.kind, change.treeBefore, head, Reference.load(connection, targets), View.PRIVATE)
                .path("etag")
                .asText();
    }

    static ProblemException unknown(Kind<?> kind) {
        return ProblemException.of(
                ProblemType.NOT_FOUND, "There is no such " + kind.label().toLowerCase(java.util.Locale.ROOT) + ".");
    }

    /** Refuses what no longer stands: 410 for a deleted record. */
    static void requireLive(Entry entry) {
        if (entry.state().equals("deleted")) {
            throw new ProblemException(Problem.of(ProblemType.GONE, "It was deleted; its history can bring it back.")
                    .naming(List.of(entry.named())));
        }
    }

    private <E extends RecordEntity> Change live(Kind<E> kind, Entry entry) throws SQLException {
        E entity = entities.find(kind.entityType(), entry.id());
        Map<String, List<Link>> links = Links.load(connection, List.of(entry.id()));
        return stands(kind, entry, entity, links.getOrDefault(entry.id(), List.of()));
    }

    private static <E extends RecordEntity> Change stands(Kind<E> kind, Entry entry, E entity, List<Link> links) {
        return new Change(kind, entry.id(), entry, entity, kind.tree(entity, links));
    }

    long next() {
        return ++seq;
    }
}
