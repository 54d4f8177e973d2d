package throughline.database.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import throughline.database.CannotStartException;
import throughline.database.Login;
import throughline.registry.json.Json;
import throughline.registry.sql.Sql;
import throughline.registry.write.Loader;

/**
 * Saves all that a registry holds at one moment in a file. One snapshot reads it, so nobody waits for it and it waits for nobody; rows pass
 * through one by one, however many there are.
 */
public final class Backup {

    private static final String MOMENT = """
            select c.seq, c.epoch, now(), (select version from flyway_schema_history
                where success and version is not null order by installed_rank desc limit 1)
            from clock c
            """;

    private final Connection connection;
    private final ZipOutputStream zip;
    private final Loader.Progress progress;
    private long all;
    private long done;

    private Backup(Connection connection, ZipOutputStream zip, Loader.Progress progress) {
        this.connection = connection;
        this.zip = zip;
        this.progress = progress;
    }

    /** Looks at where the file will lie before anything is started for it: no backup takes another's place. */
    public static void requireNew(Path file) {
        if (Files.exists(file)) {
            throw new CannotStartException(file + " is there already: a backup takes no other file's place.");
        }
        if (!Files.isWritable(folder(file))) {
            throw new CannotStartException(folder(file) + " is no folder that can be written in.");
        }
    }

    /** @param software the version of the package that saves it */
    public static Manifest save(Login database, Path file, String software, Loader.Progress progress)
            throws SQLException, IOException {
        // For its owner's eyes alone, and under its name only when it is whole.
        Path partial = Files.createTempFile(folder(file), file.getFileName() + ".", ".partial");
        partial.toFile().deleteOnExit();
        try {
            Manifest manifest = write(database, partial, software, progress);
            Seal.set(partial);
            Files.move(partial, file);
            try (FileChannel folder = FileChannel.open(folder(file))) {
                folder.force(true);
            }
            return manifest;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private static Manifest write(Login database, Path file, String software, Loader.Progress progress)
            throws SQLException, IOException {
        try (Connection connection = database.connectUntilEnded();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            zip.setLevel(Deflater.BEST_SPEED);
            zip.setComment(Seal.OPEN);
            return new Backup(connection, zip, progress).write(software);
        }
    }

    private Manifest write(String software) throws SQLException, IOException {
        // A table is read from its beginning, so that two backups of the same rows have the same sums.
        new Sql("set local synchronize_seqscans = off").update(connection);
        List<Tables.Found> found = Tables.inOrder(connection);
        if (found.stream().noneMatch(table -> table.name().equals("clock"))) {
            throw new CannotStartException("The database holds no registry.");
        }
        for (Tables.Found table : found) {
            all += new Sql("select count(*) from \"" + table.name() + '"')
                    .first(connection, row -> row.getLong(1))
                    .orElse(0L);
        }
        List<Manifest.Table> tables = new ArrayList<>();
        for (Tables.Found table : found) {
            tables.add(copy(new Manifest.Table(table.name(), table.columns(), 0, "")));
        }
        Manifest manifest = new Sql(MOMENT)
                .first(
                        connection,
                        row -> new Manifest(
                                Manifest.FORMAT,
                                software,
                                row.getString(4),
                                row.getLong(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant(),
                                tables))
                .orElseThrow();
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private Manifest.Table copy(Manifest.Table table) throws SQLException, IOException {
        MessageDigest sum = Seal.sha256();
        zip.putNextEntry(new ZipEntry(table.entry()));
        CopyOut copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table.copied() + " to stdout");
        long rows = 0;
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            zip.write(row);
            sum.update(row);
            rows++;
            progress.at("Saving", (int) ++done, (int) all);
        }
        zip.closeEntry();
        return new Manifest.Table(
                table.name(), table.columns(), rows, HexFormat.of().formatHex(sum.digest()));
    }
}
