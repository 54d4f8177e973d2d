package throughline.registry.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import throughline.registry.clock.RegistryNumber;
import throughline.registry.field.Kind;
import throughline.registry.field.Link;
import throughline.registry.field.RecordEntity;
import throughline.registry.json.Json;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.record.Document;
import throughline.registry.record.Entry;
import throughline.registry.record.Links;
import throughline.registry.record.Reference;
import throughline.registry.record.Tag;
import throughline.registry.record.View;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/** Reads one record: for the public its document as it lies there, in one statement; with private parts from the tables. */
@ApplicationScoped
public class Reader {

    private static final String ENTRY =
            "select e.id, e.kind, e.version, e.seq, e.epoch, e.version_epoch, e.lifecycle, e.origin, e.title, e.state,"
                    + " e.merged_into, e.created_at, e.document, e.public_seq, c.seq as clock_seq, c.epoch as clock_epoch"
                    + " from entry e, clock c where e.id = ? and e.kind = ?";

    /** What the public reads most: the document as it lies there. */
    private static final String PUBLIC =
            "select e.document, public_tag(e.id, e.version, e.version_epoch, e.seq, e.epoch), c.seq, c.epoch from entry e, clock c"
                    + " where e.id = ? and e.kind = ? and e.state = 'live' and e.lifecycle <> 'draft'";

    private final DataSource database;
    private final EntityManager entities;

    @Inject
    Reader(DataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    record Found(Entry entry, String document, boolean everPublic, RegistryNumber number) {}

    public OneRecord read(Kind<?> kind, String id, boolean withPrivateParts) {
        return withPrivateParts
                ? Snapshot.onWhole(() -> QuarkusTransaction.requiringNew().call(() -> whole(kind, id)))
                : Snapshot.of(database, false, connection -> publicly(connection, kind, id));
    }

    private static OneRecord publicly(Connection connection, Kind<?> kind, String id) throws SQLException {
        if (!kind.owns(id)) {
            throw unknown(kind);
        }
        Optional<OneRecord> found = new Sql(PUBLIC, id, kind.name())
                .first(
                        connection,
                        row -> new OneRecord(
                                row.getString(1),
                                row.getString(2),
                                new RegistryNumber(row.getLong(3), row.getString(4))));
        // What the public does not see is looked at again, for the reason.
        return found.isPresent() ? found.get() : found(find(connection, kind, id, false));
    }

    private static OneRecord found(Found found) {
        return new OneRecord(found.document(), Tag.of(found.entry()).header(), found.number());
    }

    /** Several statements read it, and see one state of it. */
    private OneRecord whole(Kind<?> kind, String id) {
        try (Connection connection = database.getConnection()) {
            new Sql("set transaction isolation level repeatable read, read only").update(connection);
            Found found = find(connection, kind, id, true);
            return whole(connection, kind, found.entry(), found.number());
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
    }

    static Found find(Connection connection, Kind<?> kind, String id, boolean seesDrafts) throws SQLException {
        if (!kind.owns(id)) {
            throw unknown(kind);
        }
        Found found = new Sql(ENTRY, id, kind.name())
                .first(
                        connection,
                        row -> new Found(
                                Entry.read(row),
                                row.getString("document"),
                                row.getObject("public_seq") != null,
                                new RegistryNumber(row.getLong("clock_seq"), row.getString("clock_epoch"))))
                .orElseThrow(() -> unknown(kind));
        boolean gone = !found.entry().live();
        if (!seesDrafts && (gone ? !found.everPublic() : !found.entry().isPublic())) {
            throw unknown(kind);
        }
        if (gone) {
            Problem.Named named = found.entry().named();
            throw new ProblemException(Problem.of(ProblemType.GONE, "It was deleted.")
                    .naming(List.of(seesDrafts ? named : named(connection, named))));
        }
        return found;
    }

    /** By the title under which it was last public: what it was called as a draft after that shows nowhere. */
    private static Problem.Named named(Connection connection, Problem.Named named) throws SQLException {
        String title = new Sql(
                        "select title from history where id = ? and document is not null and lifecycle <> 'draft'"
                                + " order by version desc limit 1",
                        named.id())
                .first(connection, row -> row.getString(1))
                .orElse("");
        return new Problem.Named(named.id(), named.kind(), title);
    }

    /** What the public sees of a record now; nothing for who sees private parts, and with them what the record was before its end. */
    static Optional<ObjectNode> publicNow(Connection connection, Kind<?> kind, String id, boolean seesPrivateParts)
            throws SQLException {
        if (!seesPrivateParts) {
            return Optional.of(Json.read(find(connection, kind, id, false).document()));
        }
        Entry.find(connection, kind, id).orElseThrow(() -> unknown(kind));
        return Optional.empty();
    }

    private static ProblemException unknown(Kind<?> kind) {
        return ProblemException.of(
                ProblemType.NOT_FOUND, "There is no such " + kind.label().toLowerCase(Locale.ROOT) + ".");
    }

    private <E extends RecordEntity> OneRecord whole(
            Connection connection, Kind<E> kind, Entry entry, RegistryNumber number) throws SQLException {
        E entity = entities.find(kind.entityType(), entry.id());
        List<Link> links = Links.load(connection, List.of(entry.id())).getOrDefault(entry.id(), List.of());
        Map<String, Reference> references =
                Reference.load(connection, links.stream().map(Link::target).collect(Collectors.toSet()));
        Document.Head head =
                new Document.Head(Tag.of(entry), entry.version(), entry.seq(), entity.createdAt, entity.updatedAt);
        ObjectNode document = Document.of(kind, kind.tree(entity, links), head, references, View.PRIVATE);
        return new OneRecord(Json.write(document), document.path("etag").asText(), number);
    }
}
