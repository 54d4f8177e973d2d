package throughline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bench was asked for.
 *
 * @param rows those alone, or none for all
 * @param seconds how long one run of a load lasts
 * @param warm for how many seconds a path is used before it is measured
 * @param rounds how often row and yardstick take turns
 * @param folder kept for the next time, or null for one that goes at the end
 */
record Options(int size, List<String> rows, int seconds, int warm, int rounds, Path folder) {

    static final String USAGE = """
            backend/bench/run [--size 140500] [--rows name,name] [--seconds 8] [--warm 20] [--rounds 3] [--folder FOLDER] [--smoke]
            """;

    static Options of(String... arguments) {
        Options asked = new Options(Registry.STANDING_SIZE, List.of(), 8, 20, 3, null);
        List<String> left = new ArrayList<>(List.of(arguments));
        while (!left.isEmpty()) {
            asked = asked.with(left.remove(0), left);
        }
        return asked;
    }

    private Options with(String name, List<String> left) {
        if (name.equals("--smoke")) {
            return new Options(3_000, rows, 1, 1, 1, folder);
        }
        if (left.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        String value = left.remove(0);
        return switch (name) {
            case "--size" -> new Options(Integer.parseInt(value), rows, seconds, warm, rounds, folder);
            case "--rows" -> new Options(size, List.of(value.split(",")), seconds, warm, rounds, folder);
            case "--seconds" -> new Options(size, rows, Integer.parseInt(value), warm, rounds, folder);
            case "--warm" -> new Options(size, rows, seconds, Integer.parseInt(value), rounds, folder);
            case "--rounds" -> new Options(size, rows, seconds, warm, Integer.parseInt(value), folder);
            case "--folder" ->
                new Options(size, rows, seconds, warm, rounds, Path.of(value).toAbsolutePath());
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    boolean wantsAny(String prefix) {
        return rows.isEmpty() || rows.stream().anyMatch(row -> row.startsWith(prefix));
    }

    /** The same at the standing size. */
    Options standing() {
        return new Options(Registry.STANDING_SIZE, rows, seconds, warm, rounds, folder);
    }

    boolean wants(String row) {
        return rows.isEmpty() || rows.contains(row);
    }
}
