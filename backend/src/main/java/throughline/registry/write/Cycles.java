package throughline.registry.write;

import java.sql.SQLException;
import throughline.registry.field.Field;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.sql.Sql;

/** A record is not its own ancestor: looked for once the write's links lie there. */
final class Cycles {

    private Cycles() {}

    static void check(Write write) throws SQLException {
        for (Change change : write.changes.values()) {
            for (Field<?> field : change.kind.fields()) {
                if (field.isAcyclic()
                        && !change.deleted()
                        && !change.tree.path(field.name()).isNull()) {
                    check(write, change, field.name());
                }
            }
        }
    }

    private static void check(Write write, Change change, String field) throws SQLException {
        boolean leadsBack = new Sql("""
                        with recursive above(id) as (
                            select target from link where owner = ? and field = ?
                            union
                            select l.target from link l join above a on l.owner = a.id where l.field = ?)
                        select 1 from above where id = ?
                        """, change.id, field, field, change.id)
                .first(write.connection, row -> true)
                .isPresent();
        if (leadsBack) {
            Finding finding = Finding.rule("/" + field, "cycle", "It leads back to the record itself");
            throw ProblemException.of(
                    throughline.registry.problem.ProblemType.VALIDATION, "1 field needs attention", finding);
        }
    }
}
