package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.field.RecordEntity;
import throughline.registry.json.Json;
import throughline.registry.record.Document;
import throughline.registry.record.Reference;
import throughline.registry.record.Tag;
import throughline.registry.record.View;
import throughline.registry.sql.Sql;

/** The end of every write: references and rules checked, documents made, numbers given, and all of it put down at once. */
final class Finish {

    private final Write write;
    private final Map<String, Reference> references;

    private Finish(Write write, Map<String, Reference> references) {
        this.write = write;
        this.references = references;
    }

    /** Puts the write's records down, unless one of them is refused. */
    static void of(Write write) throws SQLException {
        Targets targets = check(write);
        write.refusals.refuse();
        write.changes.values().removeIf(Change::changesNothing);
        if (!write.changes.isEmpty()) {
            ChangeSetRow.insert(write);
            put(write, targets);
            for (Change change : write.changes.values()) {
                if (change.renamed()) {
                    Referrers.rename(write, Referrers.Renamed.of(change), write.changes.keySet());
                }
            }
            setClock(write);
        }
    }

    /** Looks at what holds between records. */
    static Targets check(Write write) throws SQLException {
        return check(write, Facts.of(write.changes.values()));
    }

    /** Looks at what holds between records of which these facts are known. */
    static Targets check(Write write, Map<String, Facts> written) throws SQLException {
        Targets targets = Targets.of(write, written);
        targets.check();
        InUse.check(write, written);
        Identifiers.check(write, written);
        Cycles.check(write, written);
        return targets;
    }

    /** Puts down the changes that the write holds now. */
    static void put(Write write, Targets targets) throws SQLException {
        Finish finish = new Finish(write, targets.references(write.changes.values()));
        write.changes.values().forEach(finish::number);
        Rows.put(write);
        write.entities.flush();
    }

    static void setClock(Write write) throws SQLException {
        new Sql("update clock set seq = ?", write.seq).update(write.connection);
    }

    private void number(Change change) {
        change.seq = write.next();
        change.version = change.isNew() ? 1 : change.before.version() + 1;
        if (!change.deleted()) {
            apply(change.kind, change);
            documents(change);
        } else if (change.treeBefore != null) {
            write.entities.remove(change.entity);
        }
    }

    private <E extends RecordEntity> void apply(Kind<E> kind, Change change) {
        E entity = kind.entityType().cast(change.entity);
        kind.apply(change.tree, entity);
        entity.updatedAt = write.now;
        if (!change.tree.path("review").equals(change.treeBefore == null ? null : change.treeBefore.path("review"))) {
            entity.reviewAt = write.now;
        }
        // Last: what is set after it would be a second statement.
        if (change.treeBefore == null) {
            entity.createdAt = change.isNew() ? write.now : change.before.createdAt();
            write.entities.persist(entity);
        }
        change.tree = kind.tree(entity, kind.links(change.tree));
    }

    private void documents(Change change) {
        Tag tag = Tag.ofPublic(change.id, change.version, write.epoch, change.seq, write.epoch);
        Instant createdAt = change.isNew() ? write.now : change.before.createdAt();
        Document.Head head = new Document.Head(tag, change.version, change.seq, createdAt, write.now);
        change.document = Json.write(Document.of(change.kind, change.tree, head, references, View.PUBLIC));
        ObjectNode whole = Document.of(change.kind, change.tree, head, references, View.PRIVATE);
        change.privateDocument = Json.write(whole);
        change.privateTag = whole.path("etag").asText();
    }

    /** What {@code q} finds: the record's own public text by its fields' weights, never a reference's title. */
    static List<String> words(Kind<?> kind, ObjectNode tree) {
        List<StringBuilder> byWeight =
                List.of(new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (Field<?> field : kind.fields()) {
            if (field.weight() != 0 && !field.isSecret()) {
                texts(tree.path(field.name()), byWeight.get(field.weight() - 'A'));
            }
        }
        List<String> words = new ArrayList<>();
        byWeight.forEach(text -> words.add(text.toString()));
        return words;
    }

    private static void texts(com.fasterxml.jackson.databind.JsonNode value, StringBuilder into) {
        if (value.isTextual()) {
            into.append(value.textValue()).append('\n');
        }
        value.forEach(inner -> texts(inner, into));
    }
}
