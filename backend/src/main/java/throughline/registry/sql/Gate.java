package throughline.registry.sql;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;

/**
 * The way to a connection: closed while the database is away, and with a short line before it, so that those who wait for a connection
 * never hold all the threads by which others are answered.
 */
@Singleton
@Alternative
@Priority(1)
@Typed(DataSource.class)
@Unremovable
class Gate implements DataSource {

    private static final int LONGEST_LINE = 32;
    // The end of whoever waits on a connection that a firewall forgot; an outage is noticed long before (Watch).
    private static final int PATIENCE_MS = 10_000;
    private static final long AT_ONCE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final String AWAY = "The database does not answer, and nothing was done. Try again.";
    private static final String BUSY = "All connections to the database are in use, and nothing was done. Try again.";

    private final AgroalDataSource pool;
    private final Watch watch;
    private final Semaphore line = new Semaphore(LONGEST_LINE);

    @Inject
    Gate(AgroalDataSource pool, Watch watch) {
        this.pool = pool;
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        requirePresent();
        if (!line.tryAcquire()) {
            throw ProblemException.of(ProblemType.OVERLOADED, BUSY);
        }
        long begin = System.nanoTime();
        try {
            return connection();
        } catch (SQLException refused) {
            if (!Failure.lostConnection(refused) || System.nanoTime() - begin > AT_ONCE) {
                throw refused(refused);
            }
        } finally {
            line.release();
        }
        return anew();
    }

    /** Once more: the one before may have been cut just while it was being made, and the database be there. */
    private Connection anew() throws SQLException {
        requirePresent();
        try {
            return connection();
        } catch (SQLException refused) {
            throw refused(refused);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            if (!watch.away()) {
                connection.setNetworkTimeout(Runnable::run, watch.serving() ? PATIENCE_MS : 0);
                return connection;
            }
        } catch (SQLException lost) {
            connection.close();
            throw lost;
        }
        // Whoever got it since was not told.
        connection.close();
        throw ProblemException.of(ProblemType.UNAVAILABLE, AWAY);
    }

    private void requirePresent() {
        if (watch.away()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, AWAY);
        }
    }

    private SQLException refused(SQLException refused) {
        if (Failure.lostConnection(refused)) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, AWAY);
        }
        if (refused.getSQLState() == null) {
            // The pool's own word, and not the database's: none became free in time.
            requirePresent();
            throw ProblemException.of(ProblemType.OVERLOADED, BUSY);
        }
        return refused;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return pool.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
