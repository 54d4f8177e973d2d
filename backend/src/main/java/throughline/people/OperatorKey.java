package throughline.people;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/**
 * The operator's key: made when the database holds none, its hash there, the key in {@code operator.key} in the data folder, for its owner's
 * eyes alone. It is never printed and never logged.
 */
@ApplicationScoped
public class OperatorKey {

    static final String FILE = "operator.key";
    private static final int BYTES = 32;

    private final DataSource database;
    private final Path folder;
    private final boolean renew;

    @Inject
    OperatorKey(
            DataSource database,
            @ConfigProperty(name = "throughline.data-dir", defaultValue = ".") String folder,
            @ConfigProperty(name = "throughline.operator-key.renew", defaultValue = "false") boolean renew) {
        this.database = database;
        this.folder = Path.of(folder);
        this.renew = renew;
    }

    void make(@Observes StartupEvent start) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (renew) {
                new Sql("delete from operator_key").update(connection);
            }
            make(connection, folder, renew);
            connection.commit();
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
    }

    /**
     * Makes a key where the database holds none; the caller commits.
     *
     * @param folder in which its file lies
     * @param replaces whether a key that lies there opens nothing any more; otherwise it is kept beside the new one
     */
    public static void make(Connection connection, Path folder, boolean replaces) throws SQLException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String key = "tlop_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        int made = new Sql(
                        "insert into operator_key (hash, made_at) values (?, now()) on conflict do nothing", hash(key))
                .update(connection);
        if (made == 1) {
            // Before the commit: a hash whose key nobody has would lock everybody out.
            keep(key, folder.toAbsolutePath().resolve(FILE), replaces);
        }
    }

    private static void keep(String key, Path file, boolean replaces) {
        try {
            Path folder = Files.createDirectories(file.getParent());
            if (Files.exists(file) && !replaces) {
                // It opens another database, one that was served from here before.
                Files.move(file, file.resolveSibling(FILE + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(file);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, key + "\n");
        } catch (IOException refused) {
            // Told by Quarkus in one line.
            throw new ConfigurationException("The operator's key cannot be kept in " + file + " (" + refused
                    + "): name another folder by" + " throughline.data-dir.");
        }
    }

    boolean matches(String key) {
        String kept = Snapshot.of(database, false, connection -> new Sql("select hash from operator_key")
                .first(connection, row -> row.getString(1))
                .orElse(""));
        return MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.US_ASCII), hash(key).getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
