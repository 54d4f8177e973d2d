package throughline.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder in which a registry lies, held by one server at a time. */
final class DataFolder implements AutoCloseable {

    // To open and close the lock's file once more in this process would let the lock go.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static DataFolder hold(Path named) {
        try {
            Path folder = Files.createDirectories(named).toRealPath();
            if (HELD.contains(folder)) {
                throw CannotStartException.inUse(folder);
            }
            FileChannel channel = FileChannel.open(
                    folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw CannotStartException.inUse(folder);
            }
            HELD.add(folder);
            return new DataFolder(folder, channel);
        } catch (IOException refused) {
            throw CannotStartException.folder(named, refused);
        }
    }

    /** Whether a server holds the folder: another process's, since this look lets go what this one held. */
    static boolean isHeld(Path folder) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    /** The database's password, made with the folder and readable by its owner alone. */
    String password() throws IOException {
        Path file = at("database.password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            Path written = at("database.password.new");
            Files.deleteIfExists(written);
            writeSecret(written, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** Made with its permissions, so that there is no moment at which others can read it. */
    static void writeSecret(Path file, String secret) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(folder);
    }
}
