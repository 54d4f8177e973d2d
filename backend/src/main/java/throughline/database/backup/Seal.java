package throughline.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** The last bytes of a backup: a sum over all the others, by which a file that was cut or changed anywhere is known. */
final class Seal {

    private static final int LENGTH = 64;
    private static final String LABEL = "sha256:";

    /** What a file ends with until it is sealed; a ZIP's comment ends it. */
    static final String OPEN = LABEL + "0".repeat(LENGTH);

    private static final int PIECE = 1 << 16;

    private Seal() {}

    /** Seals what is written whole, and brings it to the disk. */
    static void set(Path file) throws IOException {
        byte[] sum = sum(file, done -> {}).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(sum), channel.size() - LENGTH);
            channel.force(true);
        }
    }

    /** Whether the file ends as a sealed one does. */
    static boolean isOn(Path file) throws IOException {
        return end(file).matches(LABEL + "[0-9a-f]{" + LENGTH + "}");
    }

    static boolean isWhole(Path file, LongConsumer progress) throws IOException {
        return end(file).equals(LABEL + sum(file, progress));
    }

    private static String end(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate(OPEN.length());
            channel.read(end, Math.max(0, channel.size() - OPEN.length()));
            return new String(end.array(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String sum(Path file, LongConsumer progress) throws IOException {
        MessageDigest digest = sha256();
        long size = Files.size(file) - LENGTH;
        byte[] piece = new byte[PIECE];
        try (InputStream content = Files.newInputStream(file)) {
            long done = 0;
            while (done < size) {
                int read = content.read(piece, 0, (int) Math.min(PIECE, size - done));
                if (read < 0) {
                    break;
                }
                digest.update(piece, 0, read);
                done += read;
                progress.accept(done);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
