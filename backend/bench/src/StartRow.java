package throughline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long a start with data takes, and how much memory the server holds after all the work. */
final class StartRow {

    private static final int STARTS = 5;
    private static final double MOST_SECONDS = 2.5;
    private static final int MOST_MEBIBYTES = 450;

    private final Ground ground;

    StartRow(Ground ground) {
        this.ground = ground;
    }

    /** Leaves no server running. */
    Outcome start() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            ground.stop();
            long begun = System.nanoTime();
            ground.serve().read(HotRows.RECORD);
            seconds.add((System.nanoTime() - begun) / 1e9);
        }
        ground.stop();
        seconds.sort(null);
        double median = seconds.get(STARTS / 2);
        return new Outcome(
                "start",
                "start with data, median of " + STARTS + ", to the first 200",
                "",
                String.format(Locale.ROOT, "%.2f s", median),
                "",
                Double.NaN,
                "< " + MOST_SECONDS + " s",
                median < MOST_SECONDS,
                String.format(Locale.ROOT, "%.2f to %.2f s", seconds.get(0), seconds.get(STARTS - 1)));
    }

    Outcome memory() throws Exception {
        int now = ground.server.memory("VmRSS");
        return new Outcome(
                "memory",
                "the server's memory after the run",
                "",
                now + " MiB",
                "",
                Double.NaN,
                "< " + MOST_MEBIBYTES + " MiB",
                now < MOST_MEBIBYTES,
                "at most " + ground.server.memory("VmHWM") + " MiB");
    }
}
