package throughline.registry.write;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import throughline.registry.field.Field;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.sql.Sql;

/** A record is not its own ancestor, as far as the write's records and all others say. */
final class Cycles {

    private Cycles() {}

    static void check(Write write) throws SQLException {
        for (Change change : List.copyOf(write.changes.values())) {
            for (Field<?> field : change.kind.fields()) {
                if (field.isAcyclic() && !change.deleted() && leadsBack(write, change, field.name())) {
                    Finding finding = Finding.rule("/" + field.name(), "cycle", "It leads back to the record itself");
                    String label = change.kind.label().toLowerCase(java.util.Locale.ROOT);
                    write.refusals.add(
                            change.place,
                            ProblemException.invalid(label, List.of(finding)).problem());
                }
            }
        }
    }

    private static boolean leadsBack(Write write, Change change, String field) throws SQLException {
        Set<String> met = new HashSet<>();
        String above = above(write, change.id, field);
        while (above != null && met.add(above)) {
            if (above.equals(change.id)) {
                return true;
            }
            above = above(write, above, field);
        }
        return false;
    }

    private static String above(Write write, String id, String field) throws SQLException {
        Change change = write.changes.get(id);
        if (change != null) {
            return change.deleted() ? null : change.tree.path(field).path("id").textValue();
        }
        return new Sql("select target from link where owner = ? and field = ?", id, field)
                .first(write.connection, row -> row.getString(1))
                .orElse(null);
    }
}
