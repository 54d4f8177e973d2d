package throughline.registry.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import throughline.registry.clock.RegistryNumber;
import throughline.registry.field.Kind;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/** How many records of each kind the public finds. */
@ApplicationScoped
public class Collections {

    private static final String COUNTS = """
            select c.epoch, c.seq, e.kind, count(e.id), count(e.id) filter (where e.origin = 'illustrative')
            from clock c left join entry e on e.state = 'live' and e.lifecycle = 'published' group by 1, 2, 3
            """;

    private final DataSource database;

    @Inject
    Collections(DataSource database) {
        this.database = database;
    }

    /** Of one kind, and how many of those are examples. */
    public record Count(long published, long illustrative) {}

    /** Of all kinds, and the registry's number when they were counted. */
    public record Counted(RegistryNumber number, Map<String, Count> byKind) {

        public Count of(Kind<?> kind) {
            return byKind.getOrDefault(kind.name(), new Count(0, 0));
        }
    }

    private record Row(RegistryNumber number, String kind, Count count) {}

    public Counted count() {
        return Snapshot.of(database, false, connection -> {
            var rows = new Sql(COUNTS)
                    .list(
                            connection,
                            row -> new Row(
                                    new RegistryNumber(row.getLong(2), row.getString(1)),
                                    row.getString(3),
                                    new Count(row.getLong(4), row.getLong(5))));
            Map<String, Count> counts = new HashMap<>();
            rows.forEach(row -> counts.put(row.kind(), row.count()));
            return new Counted(rows.get(0).number(), counts);
        });
    }
}
