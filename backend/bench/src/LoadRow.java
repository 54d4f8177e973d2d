package throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Fills the database: by {@code load}, and above the standing size by multiplying what that has loaded. */
final class LoadRow {

    /** What it must do with at the standing size. */
    private static final String HEAP = "-Xmx256m";

    private static final int MOST_TIMES = 4;

    private final Ground ground;
    private final Path filled;

    LoadRow(Ground ground) {
        this.ground = ground;
        this.filled = ground.work.resolve("filled");
    }

    /** Unless the folder was filled by an earlier run. */
    void fill() throws Exception {
        if (Files.exists(filled)) {
            return;
        }
        Running.delete(ground.work.resolve("data"));
        Path file = ground.work.resolve("registry.ndjson");
        new Registry(ground.options.loaded()).write(file);
        double seconds = load(file);
        System.out.printf(Locale.ROOT, "Loaded in %.1f s%n", seconds);
        multiply();
        Files.writeString(filled, String.valueOf(seconds));
    }

    private void multiply() throws Exception {
        int first = 1;
        if (ground.isLarge()) {
            first = Registry.STANDING_SIZE / ground.options.loaded();
            multiply(1, first - 1);
            Running.delete(ground.standing());
            Files.createDirectories(ground.standing());
            String data = ground.work.resolve("data").toString();
            Running.program(List.of("cp", "-a", data, ground.standing().toString()));
        }
        multiply(first, ground.options.copies());
    }

    /** By SQL, which is faster than to load as many. */
    private void multiply(int first, int last) throws Exception {
        if (first > last) {
            return;
        }
        ground.serve();
        ground.server.embedded().file(ground.script("sql/multiply.sql"), "first=" + first, "last=" + last);
        ground.stop();
        System.out.printf(
                Locale.ROOT, "Multiplied by SQL to %,d organizations%n", ground.options.loaded() * (last + 1));
    }

    private double load(Path file) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process loading = Server.command(
                        ground.jar, ground.work.resolve("data"), HEAP, List.of(), "load", file.toString())
                .redirectOutput(ground.work.resolve("load.log").toFile())
                .start();
        Running.atEnd(() -> Running.stop(loading));
        if (loading.waitFor() != 0) {
            throw new IOException("Not loaded: " + Files.readString(ground.work.resolve("load.log")));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Beside the same rows copied into tables of the same shape, in another database of the same server. */
    Outcome measure() throws Exception {
        Postgres embedded = ground.server.embedded();
        Postgres second = embedded.of("bench_copy");
        embedded.sql("drop database if exists bench_copy");
        embedded.sql("create database bench_copy");
        // The product's own migrations make the tables and their indexes.
        Server.start(ground.jar, ground.work.resolve("second"), second.settings())
                .stop();
        Copies copies = new Copies(ground.work);
        copies.out(embedded, true);
        double copied = copies.in(second);
        embedded.sql("drop database bench_copy with (force)");
        double loaded = Double.parseDouble(Files.readString(filled));
        double times = loaded / copied;
        return new Outcome(
                "load",
                String.format(Locale.ROOT, "load of %,d organizations, the whole process", ground.options.loaded()),
                "COPY FROM of the same rows into the same tables with their indexes",
                String.format(Locale.ROOT, "%.1f s", loaded),
                String.format(Locale.ROOT, "%.1f s", copied),
                times,
                "≤ 400 % (for the import)",
                times <= MOST_TIMES,
                "heap " + HEAP);
    }
}
