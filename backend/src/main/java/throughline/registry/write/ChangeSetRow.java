package throughline.registry.write;

import java.sql.SQLException;
import throughline.registry.sql.Sql;

/** Each write belongs to a change set, under words that a person knows it by. */
final class ChangeSetRow {

    private ChangeSetRow() {}

    static void insert(Write write) throws SQLException {
        Request request = write.request;
        String label = request.label() != null ? request.label() : write.label != null ? write.label : label(write);
        new Sql(
                        """
                        insert into change_set (id, at, actor, role, via, session, label, reason, undoes, root, depth)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(u.root, ?), coalesce(u.depth + 1, 0)
                        from (select 1) one left join change_set u on u.id = ?
                        """,
                        write.changeSet,
                        write.now,
                        request.author().principal(),
                        request.author().role(),
                        request.via(),
                        request.session(),
                        label.substring(
                                0, label.offsetByCodePoints(0, Math.min(300, label.codePointCount(0, label.length())))),
                        request.reason(),
                        write.undoes,
                        write.changeSet,
                        write.undoes)
                .update(write.connection);
        write.hasChangeSet = true;
        if (write.undoes != null) {
            new Sql("update change_set set undone_by = ? where id = ?", write.changeSet, write.undoes)
                    .update(write.connection);
        }
    }

    private static String label(Write write) {
        Change first = write.changes.values().iterator().next();
        if (write.changes.size() > 1) {
            return "Changed " + write.changes.size() + " records";
        }
        String verb =
                switch (first.op) {
                    case "create" -> "Added ";
                    case "delete" -> "Deleted ";
                    case "restore" -> "Restored ";
                    default -> first.renamed() ? "Renamed " : "Changed ";
                };
        return verb + (first.before == null ? first.title() : first.before.title());
    }
}
