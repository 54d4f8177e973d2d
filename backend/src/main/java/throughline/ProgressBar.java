package throughline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import throughline.registry.write.Loader;

/** Shows how far a command is: a bar that grows on a terminal, a line for each tenth elsewhere. */
final class ProgressBar implements Loader.Progress {

    private static final int WIDTH = 40;
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final int parts;
    private final boolean terminal;
    private String shown = "";

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.parts = terminal ? WIDTH : TENTHS;
    }

    /** Whether what is printed as errors is seen by a person at once. */
    static boolean onTerminal() {
        try {
            Path device = Path.of("/proc/self/fd/2").toRealPath();
            return device.startsWith("/dev/pts") || device.startsWith("/dev/tty") || device.endsWith("console");
        } catch (IOException notLinux) {
            return false;
        }
    }

    @Override
    public void at(String step, int done, int lines) {
        int filled = lines == 0 ? parts : (int) ((long) done * parts / lines);
        if (!shown.equals(step + filled)) {
            shown = step + filled;
            if (terminal) {
                out.printf(
                        Locale.ROOT,
                        "\r%-9s [%s%s] %,d of %,d",
                        step,
                        "#".repeat(filled),
                        "-".repeat(WIDTH - filled),
                        done,
                        lines);
            } else if (filled > 0 || done == 0) {
                out.printf(Locale.ROOT, "%s: %,d of %,d%n", step, done, lines);
            }
        }
    }

    void end() {
        if (terminal && !shown.isEmpty()) {
            out.println();
        }
    }
}
