package throughline.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once for each version out of the package. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String PREFIX = "programs-";
    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /**
     * Unpacks what is not unpacked yet, and removes what an earlier version of the package left.
     *
     * @return the folder that holds {@code bin}
     */
    static Path unpack(Path folder) throws IOException {
        Path unpacked = folder.resolve(PREFIX + version());
        if (!Files.exists(unpacked)) {
            for (Path earlier : unpackedIn(folder)) {
                FileTree.delete(earlier);
            }
            // Renamed when whole, so that a start cut short leaves nothing that looks complete.
            Path partial = folder.resolve(PREFIX + "partial");
            try (InputStream archive = open()) {
                unpack(archive, partial);
            }
            Files.move(partial, unpacked);
        }
        return unpacked;
    }

    private static List<Path> unpackedIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("programs"))
                    .toList();
        }
    }

    // The archive names no version of what is in it; its own digest cannot be stale.
    private static String version() throws IOException {
        try (DigestInputStream archive = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static InputStream open() {
        boolean ours = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        InputStream archive = ours ? PostgresBinaries.class.getResourceAsStream(ARCHIVE) : null;
        if (archive == null) {
            throw new CannotStartException("This package brings no PostgreSQL for this machine:"
                    + " name one by QUARKUS_DATASOURCE_JDBC_URL, its user and its password.");
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                put(tar, entry, target);
            }
        }
    }

    private static void put(InputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            makeFolder(target);
            return;
        }
        makeFolder(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            permit(target, (entry.getMode() & EXECUTABLE) != 0);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        permit(folder, true);
    }

    // For all, whatever the umask: where root unpacks them, somebody else runs them.
    private static void permit(Path file, boolean executable) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
