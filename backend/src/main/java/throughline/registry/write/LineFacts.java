package throughline.registry.write;

import java.util.zip.CRC32;

/**
 * What is held of a file's line between its two readings.
 *
 * @param sum over its bytes: the second time it must say the same
 */
record LineFacts(int number, int sum, Facts facts) {

    static LineFacts of(int number, byte[] text, Change record) {
        record.place = Place.line(number);
        return new LineFacts(number, sum(text), Facts.of(record));
    }

    boolean isOf(byte[] text) {
        return text != null && sum == sum(text);
    }

    private static int sum(byte[] text) {
        CRC32 sum = new CRC32();
        sum.update(text);
        return (int) sum.getValue();
    }
}
