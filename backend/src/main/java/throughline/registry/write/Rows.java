package throughline.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import throughline.registry.field.Field;
import throughline.registry.field.Link;
import throughline.registry.field.Type;
import throughline.registry.json.Json;
import throughline.registry.record.Document;
import throughline.registry.sql.Sql;

/** Puts a write's rows down in the tables that every kind shares. */
final class Rows {

    private static final String ENTRY = """
            insert into entry (id, kind, version, seq, epoch, version_epoch, at, lifecycle, origin, title, state, created_by,
                created_at, document, public_seq, public_at, public_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set version = excluded.version, seq = excluded.seq, epoch = excluded.epoch,
                version_epoch = excluded.version_epoch, at = excluded.at, lifecycle = excluded.lifecycle,
                origin = excluded.origin, title = excluded.title, state = excluded.state, document = excluded.document,
                public_seq = coalesce(excluded.public_seq, entry.public_seq),
                public_at = coalesce(excluded.public_at, entry.public_at),
                public_version = coalesce(excluded.public_version, entry.public_version)
            """;

    private static final String LINK = """
            insert into link (owner, field, part, item, position, target, hidden, type, role, from_on, to_on, on_date, note, source)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    /** All rows in one statement: to make it ready takes longer than a row's words do. */
    private static final String SEARCH = """
            insert into search (id, kind, draft, title, words, body)
            select id, kind, draft::boolean, fold(title), search_words(a, b, c, d), a || b || c || d
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                found(id, kind, draft, title, a, b, c, d)
            on conflict (id) do update set draft = excluded.draft, title = excluded.title, words = excluded.words,
                body = excluded.body
            """;

    private static final String HISTORY = """
            insert into history (id, version, seq, epoch, at, op, change_set, title, document, kind, lifecycle, origin, status,
                codes, targets, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Write write;

    private Rows(Write write) {
        this.write = write;
    }

    static void put(Write write) throws SQLException {
        Rows rows = new Rows(write);
        rows.entries();
        rows.links();
        rows.search();
        rows.history();
    }

    private void entries() throws SQLException {
        try (RowBatch batch = new RowBatch(write.connection, ENTRY)) {
            for (Change change : write.changes.values()) {
                boolean shows = change.publicNow() || change.publicBefore();
                batch.row(
                        change.id,
                        change.kind.name(),
                        change.version,
                        change.seq,
                        write.epoch,
                        write.epoch,
                        write.now,
                        change.lifecycle(),
                        change.origin(),
                        change.title(),
                        change.deleted() ? "deleted" : "live",
                        write.request.author().principal(),
                        write.now,
                        change.document,
                        shows ? change.seq : null,
                        shows ? write.now : null,
                        shows ? change.version : null);
            }
        }
    }

    private void links() throws SQLException {
        Map<String, List<Link>> stated = new LinkedHashMap<>();
        try (RowBatch removal = new RowBatch(write.connection, "delete from link where owner = ?")) {
            for (Change change : write.changes.values()) {
                List<Link> before = change.treeBefore == null ? List.of() : change.kind.links(change.treeBefore);
                List<Link> now = change.deleted() ? List.of() : change.kind.links(change.tree);
                if (!before.equals(now)) {
                    stated.put(change.id, now);
                    if (!before.isEmpty()) {
                        removal.row(change.id);
                    }
                }
            }
        }
        try (RowBatch batch = new RowBatch(write.connection, LINK)) {
            for (Map.Entry<String, List<Link>> owner : stated.entrySet()) {
                for (Link link : owner.getValue()) {
                    link(batch, owner.getKey(), link);
                }
            }
        }
    }

    private static void link(RowBatch batch, String owner, Link link) throws SQLException {
        JsonNode said = link.said();
        batch.row(
                owner,
                link.field(),
                link.part(),
                link.item(),
                link.position(),
                link.target(),
                link.hidden(),
                said.path("type").textValue(),
                said.path("role").textValue(),
                said.path("from").textValue(),
                said.path("to").textValue(),
                said.path("on").textValue(),
                said.path("note").textValue(),
                said.hasNonNull("source") ? Json.write(said.get("source")) : null);
    }

    private void search() throws SQLException {
        List<List<String>> columns = Stream.generate(() -> (List<String>) new ArrayList<String>())
                .limit(8)
                .toList();
        try (RowBatch removal = new RowBatch(write.connection, "delete from search where id = ?")) {
            for (Change change : write.changes.values()) {
                if (change.deleted()) {
                    removal.row(change.id);
                    continue;
                }
                List<String> words = Finish.words(change.kind, change.tree);
                // Its words are by far the dearest of a record's rows.
                if (!words.equals(wordsBefore(change))) {
                    List<String> row = new ArrayList<>(List.of(
                            change.id, change.kind.name(), String.valueOf(!change.publicNow()), change.title()));
                    row.addAll(words);
                    for (int i = 0; i < row.size(); i++) {
                        columns.get(i).add(row.get(i));
                    }
                }
            }
        }
        if (!columns.get(0).isEmpty()) {
            new Sql(SEARCH, columns.toArray()).update(write.connection);
        }
    }

    private static List<String> wordsBefore(Change change) {
        return change.treeBefore == null
                        || !change.title().equals(change.before.title())
                        || change.publicBefore() != change.publicNow()
                ? List.of()
                : Finish.words(change.kind, change.treeBefore);
    }

    private void history() throws SQLException {
        try (RowBatch batch = new RowBatch(write.connection, HISTORY)) {
            for (Change change : write.changes.values()) {
                String status =
                        change.deleted() ? null : change.tree.path("status").textValue();
                batch.row(
                        change.id,
                        change.version,
                        change.seq,
                        write.epoch,
                        write.now,
                        change.op,
                        write.changeSet,
                        change.title(),
                        change.privateDocument,
                        change.kind.name(),
                        change.lifecycle(),
                        change.origin(),
                        status,
                        codes(change),
                        targets(change),
                        change.deleted() ? "" : Document.hash(Json.write(change.tree)));
            }
        }
    }

    private static List<String> codes(Change change) {
        List<String> codes = new ArrayList<>();
        for (Field<?> field : change.kind.fields()) {
            if (field.type() == Type.CODE && !change.deleted()) {
                JsonNode value = change.tree.path(field.name());
                (value.isArray() ? value : Json.NODES.arrayNode().add(value)).forEach(code -> {
                    if (code.isTextual()) {
                        codes.add(field.name() + ":" + code.textValue());
                    }
                });
            }
        }
        return codes;
    }

    private static List<String> targets(Change change) {
        return change.deleted()
                ? List.of()
                : change.kind.links(change.tree).stream()
                        .map(Link::target)
                        .distinct()
                        .toList();
    }
}
