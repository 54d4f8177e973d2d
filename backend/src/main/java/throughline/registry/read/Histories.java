package throughline.registry.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.query.Place;
import throughline.registry.query.Slice;
import throughline.registry.record.Moment;
import throughline.registry.record.Stored;
import throughline.registry.record.Tag;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/** A record's versions, newest first, each with what it changed; for the public those alone in which the record was public. */
@ApplicationScoped
public class Histories {

    private static final String VERSIONS = """
            select k.seq as clock_seq, k.epoch as clock_epoch, h.version, h.seq, h.epoch, h.at, h.op, h.document, h.change_set,
                c.role, c.via, c.reason, c.actor_name
            from clock k left join (history h join change_set c on c.id = h.change_set) on h.id = ? and h.version <= ?
            """;
    private static final String PUBLIC = " and h.document is not null and h.lifecycle <> 'draft'";

    private final DataSource database;

    @Inject
    Histories(DataSource database) {
        this.database = database;
    }

    public Slice<ObjectNode> list(Kind<?> kind, String id, Place place, int limit, boolean seesPrivateParts) {
        return Snapshot.of(database, true, connection -> {
            Optional<ObjectNode> today = Reader.publicNow(connection, kind, id, seesPrivateParts);
            Versions versions = new Versions(kind, place, limit, seesPrivateParts);
            new Sql(VERSIONS, id, versions.newest())
                    .add(seesPrivateParts ? "" : PUBLIC)
                    .add(" order by h.version desc")
                    .until(connection, row -> {
                        versions.readAt(row.getLong("clock_seq"), row.getString("clock_epoch"));
                        return row.getObject("version") == null
                                || versions.take(item(row, seesPrivateParts), document(row, kind, today));
                    });
            return versions.slice();
        });
    }

    private record At(int version, ObjectNode document) {}

    /** The record as it was; to the public a version that changed nothing it sees is none. */
    public ObjectNode at(Kind<?> kind, String id, int number, boolean seesPrivateParts) {
        return Snapshot.of(database, true, connection -> {
            Optional<ObjectNode> today = Reader.publicNow(connection, kind, id, seesPrivateParts);
            List<At> found = new Sql(VERSIONS, id, number)
                    .add(seesPrivateParts ? "" : PUBLIC)
                    .add(" where h.document is not null order by h.version desc limit 2")
                    .list(connection, row -> new At(row.getInt("version"), document(row, kind, today)));
            boolean told = !found.isEmpty()
                    && found.get(0).version() == number
                    && (seesPrivateParts || changesSomething(kind, found));
            if (!told) {
                throw ProblemException.of(ProblemType.NOT_FOUND, "The record has no version " + number + ".");
            }
            return found.get(0).document();
        });
    }

    private static boolean changesSomething(Kind<?> kind, List<At> found) {
        return found.size() == 1
                || !Differences.of(kind, found.get(1).document(), found.get(0).document())
                        .isEmpty();
    }

    private static ObjectNode item(ResultSet row, boolean seesPrivateParts) throws SQLException {
        ObjectNode item = Json.object()
                .put("version", row.getInt("version"))
                .put("seq", row.getLong("seq"))
                .put("at", Moment.text(Sql.instant(row, "at")))
                .put("op", row.getString("op"));
        ObjectNode by = item.putObject("by").put("role", row.getString("role"));
        if (seesPrivateParts) {
            by.put("name", row.getString("actor_name"));
        }
        item.put("via", row.getString("via")).put("reason", row.getString("reason"));
        if (seesPrivateParts) {
            item.put("changeSet", row.getString("change_set"));
        }
        return item;
    }

    /** The record at this version as whoever asks may see it; null of a deletion. */
    private static ObjectNode document(ResultSet row, Kind<?> kind, Optional<ObjectNode> today) throws SQLException {
        String kept = row.getString("document");
        if (kept == null || today.isEmpty()) {
            return kept == null ? null : Json.read(kept);
        }
        ObjectNode document = Stored.publicView(kind, Json.read(kept), today.get());
        Tag tag = Tag.ofPublic(
                document.path("id").asText(),
                row.getInt("version"),
                row.getString("epoch"),
                row.getLong("seq"),
                row.getString("epoch"));
        return document.put("etag", tag.header());
    }
}
