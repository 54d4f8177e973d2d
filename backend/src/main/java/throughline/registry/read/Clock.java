package throughline.registry.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/** The registry's number, by which a reader's answer is known to be the same before anything of it is read. */
@ApplicationScoped
public class Clock {

    private final DataSource database;

    @Inject
    Clock(DataSource database) {
        this.database = database;
    }

    /** The number now, with its epoch. */
    public String now() {
        return Snapshot.of(database, false, connection -> new Sql("select seq || epoch from clock")
                .first(connection, row -> row.getString(1))
                .orElseThrow());
    }
}
