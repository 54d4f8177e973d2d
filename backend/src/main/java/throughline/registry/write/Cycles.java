package throughline.registry.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.registry.field.Field;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.sql.Sql;

/** A record is not its own ancestor, as far as the write's records and all others say. */
final class Cycles {

    private final Connection connection;
    private final Map<String, Facts> written;

    /** By field and record: many may hang on one. */
    private final Map<String, Optional<String>> stored = new HashMap<>();

    private Cycles(Connection connection, Map<String, Facts> written) {
        this.connection = connection;
        this.written = written;
    }

    static void check(Write write, Map<String, Facts> written) throws SQLException {
        Cycles cycles = new Cycles(write.connection, written);
        for (Facts facts : written.values()) {
            for (Field<?> field : facts.kind().fields()) {
                if (field.isAcyclic() && cycles.leadBack(facts.id(), field.name())) {
                    Finding finding = Finding.rule("/" + field.name(), "cycle", "It leads back to the record itself");
                    write.refusals.add(
                            facts.place(),
                            ProblemException.invalid(facts.label(), List.of(finding))
                                    .problem());
                }
            }
        }
    }

    private boolean leadBack(String id, String field) throws SQLException {
        Set<String> met = new HashSet<>();
        String above = above(id, field);
        while (above != null && met.add(above)) {
            if (above.equals(id)) {
                return true;
            }
            above = above(above, field);
        }
        return false;
    }

    private String above(String id, String field) throws SQLException {
        Facts facts = written.get(id);
        if (facts != null) {
            return facts.target(field);
        }
        Optional<String> known = stored.get(field + ' ' + id);
        if (known == null) {
            known = new Sql("select target from link where owner = ? and field = ?", id, field)
                    .first(connection, row -> row.getString(1));
            stored.put(field + ' ' + id, known);
        }
        return known.orElse(null);
    }
}
