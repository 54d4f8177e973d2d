package throughline.registry.sql;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.jdbc.PgConnection;

/** The connections that somebody uses just now, so that nobody waits for ever on one that no answer will come through. */
@ApplicationScoped
class Lent implements AgroalPoolInterceptor {

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    @Override
    public void onConnectionAcquire(Connection connection) {
        connections.add(itself(connection));
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        connections.remove(itself(connection));
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        connections.remove(itself(connection));
    }

    /** What the pool shows is good for the length of the call alone. */
    private static Connection itself(Connection shown) {
        try {
            return shown.unwrap(PgConnection.class);
        } catch (SQLException other) {
            throw new IllegalStateException(other);
        }
    }

    /** Whoever waits on one hears at once that it is lost. */
    void abort() throws SQLException {
        for (Connection connection : connections) {
            connection.abort(Runnable::run);
        }
    }
}
