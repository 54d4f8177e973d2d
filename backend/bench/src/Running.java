package throughline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the bench has started and made: ended and removed, the latest first, however the bench ends. */
final class Running {

    /** What is left to do for something that was started. */
    @FunctionalInterface
    interface End {
        void end() throws Exception;
    }

    private static final Deque<End> ENDS = new ArrayDeque<>();

    private static boolean ending;

    private Running() {}

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Running::endAll));
    }

    static synchronized void atEnd(End end) {
        ENDS.push(end);
    }

    private static synchronized void forget(End end) {
        ENDS.remove(end);
    }

    /** Whether somebody has ended the bench. */
    static synchronized boolean isEnding() {
        return ending;
    }

    private static synchronized void endAll() {
        ending = true;
        while (!ENDS.isEmpty()) {
            try {
                ENDS.pop().end();
            } catch (Exception refused) {
                System.err.println("Not cleaned up: " + refused);
            }
        }
    }

    /** Runs a program to its end, and gives what it printed; its own words where it fails. */
    static String program(List<String> command, String... environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        for (int i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        Process process = builder.start();
        End end = process::destroy;
        atEnd(end);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        forget(end);
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
        return said;
    }

    /** Ends a process as an operator does. */
    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
