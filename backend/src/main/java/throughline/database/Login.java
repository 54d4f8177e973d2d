package throughline.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where a PostgreSQL is, and who asks to be let in.
 *
 * @param user null where the URL or the machine says who
 */
public record Login(String url, String user, String password) {

    private static final String SECONDS_TO_CONNECT = "10";

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    /** A connection that breaks when the process is ended, so that whoever waits for the database waits no longer. */
    public Connection connectUntilEnded() throws SQLException {
        Connection connection = connect();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cut(connection), "connection-ends"));
        return connection;
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException broken) {
            // Then it is cut already.
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }
}
