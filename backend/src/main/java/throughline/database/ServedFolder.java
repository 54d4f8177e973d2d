package throughline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A data folder, seen from beside the server that may be using it. */
public final class ServedFolder {

    private static final int LINE_OF_PORT = 3;

    private ServedFolder() {}

    /**
     * How to reach the embedded PostgreSQL that runs on the folder; empty where no server does.
     *
     * @throws CannotStartException if there is no database, or it does not listen yet
     */
    public static Optional<Login> login(Path folder) {
        Path data = folder.resolve("postgres/data");
        if (!Cluster.isMade(data)) {
            throw new CannotStartException("There is no database in the data folder " + folder + ".");
        }
        try {
            if (!DataFolder.isHeld(folder)) {
                return Optional.empty();
            }
            String password =
                    Files.readString(folder.resolve("database.password")).strip();
            return Optional.of(new Login(EmbeddedPostgres.jdbcUrl(port(data)), EmbeddedPostgres.USER, password));
        } catch (IOException refused) {
            throw CannotStartException.folder(folder, refused);
        }
    }

    private static int port(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.size() <= LINE_OF_PORT) {
            throw new CannotStartException("The server that uses the data folder is starting or stopping: try again.");
        }
        return Integer.parseInt(lines.get(LINE_OF_PORT).strip());
    }
}
