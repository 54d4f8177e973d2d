package throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Fills a database, runs the rows one after another, each beside its yardstick, and prints the table. */
public final class Bench {

    private static final String HEAD = """
            | row | work | measured | yardstick | beside | ratio | asked | reached | note |
            |---|---|---|---|---|---|---|---|---|""";

    private final Ground ground;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final String begun = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));

    private Bench(Ground ground) {
        this.ground = ground;
    }

    /** A row that can be asked for by its name. */
    @FunctionalInterface
    private interface Row {
        Outcome measure() throws Exception;
    }

    /** @param arguments the folder of the bench, and what {@link Options} knows */
    public static void main(String... arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Options options;
        try {
            options = Options.of(List.of(arguments).subList(1, arguments.length));
        } catch (IllegalArgumentException unknown) {
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        new Bench(new Ground(options, home, work(options))).run();
    }

    private static Path work(Options options) throws IOException {
        if (options.folder() != null) {
            return Files.createDirectories(options.folder());
        }
        Path work = Files.createTempDirectory("throughline-bench");
        // The user that PostgreSQL runs as must reach it.
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        Running.atEnd(() -> Running.delete(work));
        return work;
    }

    private void run() throws Exception {
        System.out.println(Machine.told(ground.options));
        LoadRow load = new LoadRow(ground);
        load.fill();
        StartRow start = new StartRow(ground);
        row("start", start::start);
        HotRows hot = new HotRows(ground);
        row("record", hot::record);
        row("page", hot::page);
        row("304", hot::notModified);
        ColdRows cold = new ColdRows(ground);
        row("cold-record", cold::record);
        row("cold-page", cold::page);
        row("cold-page-gzip", cold::compressedPage);
        row("feed", new FeedRow(ground)::measure);
        LatencyRows latency = new LatencyRows(ground);
        row("search", latency::search);
        row("wide-search", latency::wideSearch);
        row("walk", latency::walk);
        shared();
        tenTimes();
        row("load", load::measure);
        // Nothing is read after it, since pgbench writes behind the server's back.
        row("write", new WriteRow(ground)::patch);
        row("memory", start::memory);
        ground.stop();
        System.out.println("\n" + table());
    }

    private void shared() throws Exception {
        if (ground.options.wantsAny("shared")) {
            System.out.println("… two nodes on one database");
            SharedRows shared = new SharedRows(ground);
            shared.start();
            row("shared-record", shared::record);
            row("shared-page", shared::page);
            row("shared-cold-record", shared::coldRecord);
            row("shared-cold-page", shared::coldPage);
            shared.stop();
        }
    }

    private void tenTimes() throws Exception {
        if (ground.isLarge() && ground.options.wantsAny("ten")) {
            SizeRows sizes = new SizeRows(ground);
            sizes.start();
            row("ten-record", sizes::record);
            row("ten-page", sizes::page);
            row("ten-cold-record", sizes::coldRecord);
            row("ten-cold-page", sizes::coldPage);
            row("ten-feed", sizes::feed);
            sizes.stop();
        }
    }

    /** One row that cannot be measured is told, and the others come all the same. */
    private void row(String name, Row row) throws Exception {
        if (ground.options.wants(name)) {
            System.out.println("… " + name);
            try {
                add(row.measure());
            } catch (IOException failed) {
                if (Running.isEnding()) {
                    throw failed;
                }
                add(Outcome.skipped(
                        name,
                        "",
                        "failed: " + failed.getMessage().lines().findFirst().orElse("")));
            }
        }
    }

    private void add(Outcome outcome) throws IOException {
        outcomes.add(outcome);
        System.out.println(outcome.line());
        keep();
    }

    private String table() throws IOException {
        return Machine.told(ground.options) + "\n\n" + HEAD + "\n"
                + outcomes.stream().map(Outcome::line).collect(Collectors.joining("\n")) + "\n";
    }

    /** After each row: who ends a run keeps what it has shown. */
    private void keep() throws IOException {
        Path results = Files.createDirectories(ground.home.resolve("target/results"));
        Files.writeString(results.resolve(begun + ".md"), table());
        Files.writeString(
                results.resolve(begun + ".json"),
                outcomes.stream().map(Outcome::json).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }
}
