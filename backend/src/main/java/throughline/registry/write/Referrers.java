package throughline.registry.write;

import java.sql.SQLException;
import java.util.Collection;
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

    /** What a record was called, and what it is called now. */
    record Renamed(Reference old, Reference now) {

        static Renamed of(Change change) {
            return new Renamed(
                    change.before.reference(),
                    new Reference(change.id, change.kind.name(), change.title(), change.origin()));
        }
    }

    /** @param written the write's own records: their documents are made anew */
    static void rename(Write write, Renamed renamed, Collection<String> written) throws SQLException {
        int rewritten = new Sql(
                        RENAME,
                        write.seq,
                        written,
                        renamed.now().id(),
                        renamed.old().json(),
                        renamed.now().json(),
                        write.epoch,
                        write.epoch,
                        write.now,
                        write.now)
                .update(write.connection);
        write.seq += rewritten;
    }
}
