package throughline.registry.sql;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;

/** Asks the database for a sign of life, through a connection that nobody else uses. */
final class Probe {

    // With the watch's period below the three seconds within which a request must be answered.
    private static final int PATIENCE_MS = 1_800;
    private static final String SECONDS_TO_LOG_IN = "2";
    private static final long AT_ONCE = TimeUnit.MILLISECONDS.toNanos(500);

    private final String url;
    private final Properties login = new Properties();
    private Connection connection;
    private String complaint;

    Probe(String url, String user, String password) {
        this.url = url;
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        login.setProperty("connectTimeout", SECONDS_TO_LOG_IN);
        login.setProperty("loginTimeout", SECONDS_TO_LOG_IN);
        login.setProperty("ApplicationName", "throughline-watch");
    }

    /** What came back. */
    enum Sign {
        /** The connection of the last time answers, or the first one ever. */
        SAME,
        /** That one was lost, but a new one answers: others of the same age may be lost too. */
        ANEW,
        NONE
    }

    Sign ask() {
        if (connection != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                return Sign.SAME;
            } catch (SQLException lost) {
                complaint = lost.getMessage();
                close();
                if (lost.getCause() instanceof SocketTimeoutException) {
                    return Sign.NONE;
                }
            }
        }
        long begin = System.nanoTime();
        Sign sign = open();
        // Once more where it was cut at once: perhaps just while it was being made.
        return sign == Sign.NONE && System.nanoTime() - begin < AT_ONCE ? open() : sign;
    }

    private Sign open() {
        try {
            connection = new Driver().connect(url, login);
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MS);
            return complaint == null ? Sign.SAME : Sign.ANEW;
        } catch (SQLException refused) {
            complaint = refused.getMessage();
            return Sign.NONE;
        }
    }

    /** What was wrong the last time. */
    String complaint() {
        return complaint.replaceAll("\\s*\\R\\s*", " ");
    }

    /** Without a word to the other end, which may not listen. */
    void close() {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException gone) {
            complaint = gone.getMessage();
        }
        connection = null;
    }
}
