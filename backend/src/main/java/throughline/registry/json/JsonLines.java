package throughline.registry.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of one JSON object a line (NDJSON), taken apart: empty lines stay, so that each line keeps its number. */
public final class JsonLines {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private JsonLines() {}

    public static List<byte[]> split(byte[] file) {
        List<byte[]> lines = new ArrayList<>();
        int start = Arrays.mismatch(file, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
        for (int i = start; i < file.length; i++) {
            if (file[i] == '\n') {
                lines.add(line(file, start, i));
                start = i + 1;
            }
        }
        if (start < file.length) {
            lines.add(line(file, start, file.length));
        }
        return lines;
    }

    private static byte[] line(byte[] file, int from, int to) {
        int end = to;
        while (end > from && file[end - 1] >= 0 && file[end - 1] <= ' ') {
            end--;
        }
        return Arrays.copyOfRange(file, from, end);
    }
}
