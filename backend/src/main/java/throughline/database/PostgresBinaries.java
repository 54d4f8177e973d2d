package throughline.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
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
            try (InputStream archive = archive().openStream()) {
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

    // The archive names no version of what is in it. What the package's directory tells of its bytes cannot be stale,
    // and is told without reading all of them at each start.
    private static String version() throws IOException {
        if (!(archive().openConnection() instanceof JarURLConnection packed)) {
            throw new IOException("The package's PostgreSQL lies outside of it: " + archive());
        }
        packed.setUseCaches(false);
        try (JarFile jar = packed.getJarFile()) {
            ZipEntry entry = jar.getEntry(packed.getEntryName());
            return "%08x-%x".formatted(entry.getCrc(), entry.getSize());
        }
    }

    private static URL archive() {
        boolean ours = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        URL archive = ours ? PostgresBinaries.class.getResource(ARCHIVE) : null;
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
