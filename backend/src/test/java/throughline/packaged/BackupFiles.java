package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import throughline.registry.json.Json;

/** Backups: saved and restored as an operator types it, and looked into. */
final class BackupFiles {

    private BackupFiles() {}

    static void backup(Packaged.Start where, Path file) throws Exception {
        Packaged saving = where.run("backup", file.toString());
        assertThat(saving.exit()).as(saving.said()).isZero();
        assertThat(saving.said()).containsPattern("[\\d,]+ rows saved in \\S+, as of number \\d+\n$");
    }

    static void restore(Packaged.Start where, Path file) throws Exception {
        Packaged restoring = where.run("restore", file.toString());
        assertThat(restoring.exit()).as(restoring.said()).isZero();
        assertThat(restoring.said())
                .containsPattern("rows restored, as of number \\d+; the operator's key lies in \\S+\n$");
    }

    static JsonNode manifest(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return Json.MAPPER.readTree(zip.getInputStream(zip.getEntry("manifest.json")));
        }
    }

    /** The same rows in all tables but the clock, which stands at the same number in another epoch. */
    static void assertSame(Path file, Path other) throws Exception {
        assertThat(manifest(other).path("seq")).isEqualTo(manifest(file).path("seq"));
        assertThat(manifest(other).path("epoch")).isNotEqualTo(manifest(file).path("epoch"));
        assertThat(tables(file).size()).isGreaterThan(10);
        assertThat(tables(other)).as("tables, byte by byte").isEqualTo(tables(file));
    }

    private static List<JsonNode> tables(Path file) throws Exception {
        List<JsonNode> tables = new ArrayList<>();
        manifest(file).path("tables").forEach(table -> {
            if (!table.path("name").asText().equals("clock")) {
                tables.add(table);
            }
        });
        return tables;
    }

    /** A whole backup with other entries, as if another package had saved it. */
    static Path edited(Path file, String name, BinaryOperator<String> change) throws Exception {
        Path edited = file.resolveSibling(name);
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(edited))) {
            to.setComment("sha256:" + "0".repeat(64));
            for (ZipEntry entry : Collections.list(from.entries())) {
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(change.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] content = Files.readAllBytes(edited);
        MessageDigest sum = MessageDigest.getInstance("SHA-256");
        sum.update(content, 0, content.length - 64);
        byte[] seal = HexFormat.of().formatHex(sum.digest()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(seal, 0, content, content.length - 64, 64);
        return Files.write(edited, content);
    }
}
