package throughline.registry.json;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A file of one JSON object a line (NDJSON), read line by line: empty lines are told too, so that each keeps its number. */
public final class JsonLines implements Closeable {

    /** No record is longer; of a longer line no more than its beginning is held. */
    public static final int LONGEST = 16 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int SOME_BYTES = 1 << 16;

    private final InputStream file;
    private final byte[] read = new byte[SOME_BYTES];
    private int from;
    private int to;
    private int number;

    /** A file that can be opened again and again. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    public JsonLines(Source source) {
        try {
            file = source.open();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static int count(Source source) {
        try (JsonLines lines = new JsonLines(source)) {
            int count = 0;
            while (lines.next() != null) {
                count++;
            }
            return count;
        }
    }

    /** The line without blanks at its end; null behind the last one. */
    public byte[] next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended && fill()) {
            int end = from;
            while (end < to && read[end] != '\n') {
                end++;
            }
            ended = end < to;
            line.write(read, from, Math.min(end - from, LONGEST + 1 - line.size()));
            from = ended ? end + 1 : end;
        }
        if (!ended && line.size() == 0) {
            return null;
        }
        number++;
        return trimmed(line.toByteArray());
    }

    /** The line of that number, which lies ahead; null where there is none. */
    public byte[] at(int wanted) {
        byte[] line = next();
        while (line != null && number < wanted) {
            line = next();
        }
        return line;
    }

    private boolean fill() {
        if (from == to) {
            try {
                from = 0;
                to = Math.max(0, file.read(read));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return from < to;
    }

    private byte[] trimmed(byte[] line) {
        int start = number == 1 && Arrays.mismatch(line, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length
                ? BYTE_ORDER_MARK.length
                : 0;
        int end = line.length;
        while (end > start && line[end - 1] >= 0 && line[end - 1] <= ' ') {
            end--;
        }
        return end - start == line.length ? line : Arrays.copyOfRange(line, start, end);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
