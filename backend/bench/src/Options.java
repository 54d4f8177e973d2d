package throughline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the bench was asked for.
 *
 * @param loaded so many organizations are loaded, and multiplied in the database until there are enough
 * @param rows those alone, or none for all
 * @param seconds how long one run of a load lasts
 * @param warm for how many seconds a path is used before it is measured
 * @param rounds how often row and yardstick take turns
 * @param folder kept for the next time, or null for one that goes at the end
 * @param jar of another package, or null for the one that lies beside
 */
record Options(int size, int loaded, List<String> rows, int seconds, int warm, int rounds, Path folder, Path jar) {

    static final String USAGE = """
            backend/bench/run [--size 140500] [--loaded 140500] [--rows name,name] [--seconds 8] [--warm 20] [--rounds 3]
                              [--folder FOLDER] [--jar quarkus-run.jar] [--smoke]
            """;

    private static final Set<String> KNOWN =
            Set.of("--size", "--loaded", "--rows", "--seconds", "--warm", "--rounds", "--folder", "--jar");

    static Options of(List<String> arguments) {
        List<String> left = new ArrayList<>(arguments);
        Map<String, String> said = new HashMap<>();
        boolean smoke = left.remove("--smoke");
        while (!left.isEmpty()) {
            String name = left.remove(0);
            if (!KNOWN.contains(name) || left.isEmpty()) {
                throw new IllegalArgumentException(USAGE);
            }
            said.put(name, left.remove(0));
        }
        int size = number(said, "--size", smoke ? 3_000 : Registry.STANDING_SIZE);
        return new Options(
                size,
                number(said, "--loaded", smoke ? size / 2 : Math.min(size, Registry.STANDING_SIZE)),
                said.containsKey("--rows") ? List.of(said.get("--rows").split(",")) : List.of(),
                number(said, "--seconds", smoke ? 1 : 8),
                number(said, "--warm", smoke ? 1 : 20),
                number(said, "--rounds", smoke ? 1 : 3),
                path(said.get("--folder")),
                path(said.get("--jar")));
    }

    private static int number(Map<String, String> said, String name, int otherwise) {
        return said.containsKey(name) ? Integer.parseInt(said.get(name)) : otherwise;
    }

    private static Path path(String said) {
        return said == null ? null : Path.of(said).toAbsolutePath();
    }

    boolean wants(String row) {
        return rows.isEmpty() || rows.contains(row);
    }

    boolean wantsAny(String prefix) {
        return rows.isEmpty() || rows.stream().anyMatch(row -> row.startsWith(prefix));
    }

    /** How many times what was loaded stands there besides. */
    int copies() {
        return size / loaded - 1;
    }

    /** The same at the standing size. */
    Options standing() {
        return new Options(Registry.STANDING_SIZE, loaded, rows, seconds, warm, rounds, folder, jar);
    }
}
