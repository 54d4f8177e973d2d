package throughline.registry.value;

import java.security.SecureRandom;

/** Names a record for ever: the prefix of its kind, and a UUIDv7 that sorts by when it was made. */
public final class TypeId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int SUFFIX_LENGTH = 26;
    private static final int FIRST_SHIFT = 125;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long LOW_RANDOM = 0x3FFFFFFFFFFFFFFFL;
    private static final int HIGH_RANDOM = 0xFFF;

    private static final SecureRandom RANDOM = new SecureRandom();

    private static long lastMillis;
    private static long lastHigh;
    private static long lastLow;

    private TypeId() {}

    /** Later ids of one server sort after earlier ones, within one millisecond and after its clock was set back too. */
    public static String create(String prefix) {
        long[] uuid = next(System.currentTimeMillis());
        StringBuilder id = new StringBuilder(prefix.length() + 1 + SUFFIX_LENGTH)
                .append(prefix)
                .append('_');
        for (int shift = FIRST_SHIFT; shift >= 0; shift -= 5) {
            id.append(ALPHABET.charAt((int) (shifted(uuid[0], uuid[1], shift) & 31)));
        }
        return id.toString();
    }

    public static boolean fits(String id, String prefix) {
        if (id == null
                || id.length() != prefix.length() + 1 + SUFFIX_LENGTH
                || !id.startsWith(prefix)
                || id.charAt(prefix.length()) != '_') {
            return false;
        }
        // 26 characters hold 130 bits: above 7 the first one would say more than a UUID's 128.
        if (id.charAt(prefix.length() + 1) > '7') {
            return false;
        }
        return id.chars().skip(prefix.length() + 1L).allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    private static synchronized long[] next(long now) {
        if (now > lastMillis) {
            lastMillis = now;
            lastHigh = RANDOM.nextInt(HIGH_RANDOM + 1);
            lastLow = RANDOM.nextLong() & LOW_RANDOM;
        } else {
            // A step of random width keeps the next id from being guessed out of this one.
            lastLow += 1 + (RANDOM.nextInt() & 0xFFFFFFFFL);
            if (lastLow > LOW_RANDOM) {
                lastLow &= LOW_RANDOM;
                lastHigh++;
            }
            if (lastHigh > HIGH_RANDOM) {
                lastHigh = 0;
                lastMillis++;
            }
        }
        return new long[] {lastMillis << 16 | VERSION_7 | lastHigh, VARIANT | lastLow};
    }

    private static long shifted(long high, long low, int shift) {
        if (shift >= Long.SIZE) {
            return high >>> (shift - Long.SIZE);
        }
        return shift == 0 ? low : high << (Long.SIZE - shift) | low >>> shift;
    }
}
