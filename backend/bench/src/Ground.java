package throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rows stand on: the server that is measured, the database beside it, and lists of addresses to ask for. */
final class Ground {

    static final int CONNECTIONS = 32;
    static final String COMPRESSED = "Accept-Encoding: gzip";

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final int MOST_ADDRESSES = 400_000;
    private static final int STEP = 5;

    final Options options;
    final Path home;
    final Path work;
    final Path jar;
    Server server;
    private Copies copies;
    private Path ids;
    private Path places;

    Ground(Options options, Path home, Path work) {
        this.options = options;
        this.home = home;
        this.work = work;
        this.jar = options.jar() == null ? home.resolveSibling("target/quarkus-app/quarkus-run.jar") : options.jar();
    }

    /** Ends the server, if one runs, and starts it with these settings. */
    Server serve(String... settings) throws IOException, InterruptedException {
        stop();
        server = Server.start(jar, work.resolve("data"), List.of(settings));
        return server;
    }

    void stop() throws InterruptedException {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    Path script(String name) {
        return home.resolve(name);
    }

    boolean isLarge() {
        return options.size() > Registry.STANDING_SIZE;
    }

    /** Where a larger size keeps the standing one, to be measured beside it. */
    Path standing() {
        return work.resolve("standing");
    }

    /** The filled tables as files, written when they are first asked for. */
    Copies copies() throws IOException, InterruptedException {
        if (copies == null) {
            copies = new Copies(work);
            copies.out(server.embedded(), false);
        }
        return copies;
    }

    /** pgbench's words for all organizations. */
    String[] numbers() {
        return new String[] {"loaded=" + options.loaded(), "copies=" + options.copies()};
    }

    /** The addresses of all organizations (of so many that a run meets none twice), in no order. */
    Path ids() throws IOException {
        if (ids == null) {
            List<String> all = new ArrayList<>();
            for (int copy = 0; copy <= options.copies() && all.size() < MOST_ADDRESSES; copy++) {
                for (int i = 0; i < options.loaded(); i++) {
                    all.add("/api/v1/organizations/" + Registry.id("org", i, copy));
                }
            }
            ids = write("ids", all);
        }
        return ids;
    }

    /** Addresses of filtered pages of 50 by name, each beginning behind another record: the states are walked in steps of five. */
    Path places() throws IOException, InterruptedException {
        if (places == null) {
            List<String> all = Collections.synchronizedList(new ArrayList<>());
            String states = server.embedded().sql("select state from organization group by 1 order by count(*) desc");
            // The large ones first, a few at a time.
            List.of(states.split("\n")).parallelStream().forEach(state -> walk(state, all));
            Collections.sort(all);
            places = write("places", all);
        }
        return places;
    }

    private void walk(String state, List<String> all) {
        String list = "/api/v1/organizations?state=" + state + "&sort=name";
        String next = list + "&limit=" + STEP;
        try {
            while (next != null && all.size() < MOST_ADDRESSES / STEP) {
                Matcher found = NEXT.matcher(server.read(next));
                next = found.find() ? found.group(1) : null;
                if (next != null) {
                    all.add(next.replace("&limit=" + STEP, ""));
                }
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One address again and again, as browsers ask: compressed where that is offered. */
    Reading again(Server asked, Path address, int seconds, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(COMPRESSED);
        return walk(asked, address, seconds, all);
    }

    /** Each address once: a write before makes what was kept of an earlier run worth nothing. */
    Reading anew(Server asked, Path addresses, int seconds, String... headers)
            throws IOException, InterruptedException {
        asked.write();
        return walk(asked, addresses, seconds, List.of(headers));
    }

    private Reading walk(Server asked, Path addresses, int seconds, List<String> headers)
            throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of(addresses));
        arguments.addAll(headers);
        return Wrk.run(asked.address, CONNECTIONS, seconds, script("lua/walk.lua"), arguments.toArray());
    }

    Path single(String path) throws IOException {
        Path file = Files.createTempFile(work, "one", ".txt");
        return Files.writeString(file, path + "\n");
    }

    private Path write(String name, List<String> lines) throws IOException {
        Collections.shuffle(lines, new Random(1));
        return Files.write(work.resolve(name + ".txt"), lines);
    }
}
