package throughline.database.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import throughline.database.CannotStartException;
import throughline.registry.json.Json;
import throughline.registry.write.Loader;

/** A backup that was found whole, down to its last byte. */
public final class BackupFile implements Closeable {

    private static final int KIB = 1 << 10;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws CannotStartException if it is anything else */
    public static BackupFile open(Path file, Loader.Progress progress) throws IOException {
        if (!Seal.isOn(file)) {
            throw new CannotStartException(
                    file + " is no whole backup of Throughline: it was cut, or is something else.");
        }
        int all = (int) (Files.size(file) / KIB);
        if (!Seal.isWhole(file, done -> progress.at("Checking", (int) (done / KIB), all))) {
            throw new CannotStartException(file + " was damaged: it is not what was once saved.");
        }
        ZipFile zip = zip(file);
        try {
            return new BackupFile(file, zip, manifest(zip, file));
        } catch (IOException | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException foreign) {
            throw new CannotStartException(file + " is no backup of Throughline.");
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new CannotStartException(file + " is no backup of Throughline.");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            Manifest manifest = Json.MAPPER.readValue(content, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new CannotStartException(file + " was saved by Throughline " + manifest.software()
                        + " in a form that this package does not know: restore it with that one.");
            }
            return manifest;
        }
    }

    Path path() {
        return path;
    }

    public Manifest manifest() {
        return manifest;
    }

    InputStream rows(Manifest.Table table) throws IOException {
        return zip.getInputStream(zip.getEntry(table.entry()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
