package throughline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load on HTTP: wrk with one of our scripts, each of which prints a line that this reads. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final double MICROS = 1_000_000;
    private static final double MICROS_OF_MILLI = 1_000;

    private Wrk() {}

    static Reading run(String address, int connections, int seconds, Path script, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t2",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
                "-s",
                script.toString(),
                address,
                "--"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        String said = Running.program(command);
        Matcher found = RESULT.matcher(said);
        if (!found.find()) {
            throw new IOException("wrk: " + said);
        }
        long[] number = new long[7];
        for (int i = 1; i < number.length; i++) {
            number[i] = Long.parseLong(found.group(i));
        }
        return new Reading(
                number[1] / (number[2] / MICROS),
                number[3] / MICROS_OF_MILLI,
                number[4] / MICROS_OF_MILLI,
                number[5],
                number[6]);
    }
}
