package throughline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A real PostgreSQL in the data folder: durable, with a password of its own, reachable from this machine alone, one server a folder.
 *
 * <p>A postmaster that outlived its server is ended first; one that ends by itself is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "postgres";
    private static final String DATABASE = "throughline";

    private final DataFolder folder;
    private final Postmaster postmaster;
    private final String password;
    private final int port;
    private Keeper keeper;

    private EmbeddedPostgres(DataFolder folder, Postmaster postmaster, String password, int port) {
        this.folder = folder;
        this.postmaster = postmaster;
        this.password = password;
        this.port = port;
    }

    /**
     * Takes the folder and serves what lies in it; makes the cluster where there is none.
     *
     * @throws CannotStartException if another server has it, or it cannot be used
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        DataFolder folder = DataFolder.hold(dataFolder);
        try {
            EmbeddedPostgres postgres = serve(folder);
            try {
                postgres.createDatabase(DATABASE);
                postgres.keeper = new Keeper(postgres.postmaster, postgres.port);
                return postgres;
            } catch (SQLException refused) {
                postgres.postmaster.stop();
                throw new CannotStartException("The embedded PostgreSQL answers: " + refused.getMessage()
                        + " (its password" + " is expected in " + folder.at("database.password") + ")");
            }
        } catch (IOException refused) {
            release(folder);
            throw CannotStartException.folder(dataFolder, refused);
        } catch (RuntimeException refused) {
            release(folder);
            throw refused;
        }
    }

    private static EmbeddedPostgres serve(DataFolder folder) throws IOException {
        Path own = Files.createDirectories(folder.at("postgres"));
        Path data = own.resolve("data");
        if (Cluster.isMade(data) && !Files.exists(folder.at("database.password"))) {
            throw new CannotStartException("The database is there, but its password is not: put the file "
                    + folder.at("database.password") + " back, or name another folder by throughline.data-dir.");
        }
        String password = folder.password();
        Account account = Account.of(own);
        Path programs = PostgresBinaries.unpack(own);
        Postmaster postmaster = new Postmaster(data, programs, account);
        if (Cluster.isMade(data)) {
            Cluster.requireVersion(data, programs, account);
            postmaster.endLeftover();
        } else {
            Cluster.make(data, programs, account, password);
        }
        return new EmbeddedPostgres(folder, postmaster, password, postmaster.start());
    }

    public Login login() {
        return new Login(jdbcUrl(), USER, password);
    }

    public String jdbcUrl() {
        return jdbcUrl(port);
    }

    static String jdbcUrl(int port) {
        return jdbcUrl(port, DATABASE);
    }

    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Makes a database, unless it stands already. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            try (ResultSet standing =
                    statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (standing.next()) {
                    return;
                }
            }
            statement.execute("create database \"" + name + "\"");
        }
    }

    /** Stops the postmaster and whatever of it is left, then lets the folder go. */
    @Override
    public void close() {
        try (folder) {
            keeper.end();
            postmaster.endLeftover();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void release(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
