package throughline.registry.write;

import java.sql.SQLException;
import throughline.registry.record.Reference;
import throughline.registry.sql.Sql;

/** The records whose documents show another one's title: rewritten by one statement when that title changes. */
final class Referrers {

    /** Replaces bytes: an unescaped quote cannot stand inside a JSON string, so the old reference stands nowhere else. */
    private static final String RENAME = """
            with owner as (
                select e.id, ? + row_number() over (order by e.id) as seq
                from entry e
                where e.state = 'live' and not e.id = any(?)
                    and e.id in (select l.owner from link l where l.target = ? and not l.hidden))
            update entry e set
                document = replace(replace(e.document, ?, ?),
                    document_head(e.id, e.version, e.version_epoch, e.seq, e.epoch),
                    document_head(e.id, e.version, e.version_epoch, o.seq, ?)),
                seq = o.seq, epoch = ?, at = ?,
                public_seq = case when e.lifecycle = 'draft' then e.public_seq else o.seq end,
                public_at = case when e.lifecycle = 'draft' then e.public_at else ? end
            from owner o where e.id = o.id
            """;

    private Referrers() {}

    static void rename(Write write, Change change) throws SQLException {
        Reference old = change.before.reference();
        Reference now = new Reference(change.id, change.kind.name(), change.title(), change.origin());
        int rewritten = new Sql(
                        RENAME,
                        write.seq,
                        write.changes.keySet(),
                        change.id,
                        old.json(),
                        now.json(),
                        write.epoch,
                        write.epoch,
                        write.now,
                        write.now)
                .update(write.connection);
        write.seq += rewritten;
    }
}
