package throughline.registry.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Sql;

/** What public records refer to stays public. */
final class InUse {

    /** So many of those in the way are named. */
    private static final int NAMED = 50;

    private static final String REFERRERS = """
            select distinct l.target, e.id, e.kind, e.title from link l join entry e on e.id = l.owner
            where l.target = any(?) and e.lifecycle <> 'draft' and e.state = 'live' and not e.id = any(?)
            order by l.target, e.title, e.id
            """;

    private InUse() {}

    static void check(Write write, Map<String, Facts> written) throws SQLException {
        Map<String, Set<Problem.Named>> leaving = new LinkedHashMap<>();
        for (Facts facts : written.values()) {
            if (facts.leaves()) {
                leaving.put(facts.id(), new LinkedHashSet<>());
            }
        }
        if (leaving.isEmpty()) {
            return;
        }
        new Sql(REFERRERS, leaving.keySet(), written.keySet())
                .each(write.connection, row -> leaving.get(row.getString(1))
                        .add(new Problem.Named(row.getString(2), row.getString(3), row.getString(4))));
        for (Facts owner : written.values()) {
            for (Facts.Mention reference : owner.isPublic() ? owner.references() : List.<Facts.Mention>of()) {
                if (leaving.containsKey(reference.of())) {
                    leaving.get(reference.of()).add(owner.named());
                }
            }
        }
        leaving.forEach((id, owners) -> refuse(write, written.get(id), new ArrayList<>(owners)));
    }

    private static void refuse(Write write, Facts facts, List<Problem.Named> owners) {
        if (!owners.isEmpty()) {
            List<Problem.Named> named = owners.subList(0, Math.min(NAMED, owners.size()));
            write.refusals.add(
                    facts.place(),
                    Problem.of(ProblemType.IN_USE, "Public records refer to it; change these first.")
                            .naming(named));
        }
    }
}
