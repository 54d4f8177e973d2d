package throughline.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long somebody waits who is one of few: for what words find, and for a page far down in a list. All of it cold. */
final class LatencyRows {

    private static final int CLIENTS = 4;
    private static final int LAPS = 5;
    private static final int FAR = 1_000;
    private static final double MOST_TIMES = 1.2;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

    private final Ground ground;

    LatencyRows(Ground ground) {
        this.ground = ground;
    }

    Outcome search() throws Exception {
        return words(
                "search", "queries/narrow.txt", "200 queries of one to three words, each for at most 5 %", 0.05, 60);
    }

    Outcome wideSearch() throws Exception {
        return words("wide-search", "queries/wide.txt", "words that match a tenth, and misspelt ones", 1, 250);
    }

    private Outcome words(String row, String file, String work, double largest, int milliseconds) throws Exception {
        List<String> queries = Files.readAllLines(ground.script(file)).stream()
                .map(words -> "/api/v1/organizations?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .toList();
        double[] shares = new double[queries.size()];
        for (int i = 0; i < shares.length; i++) {
            Matcher total = TOTAL.matcher(ground.server.read(queries.get(i) + "&count=true&limit=1"));
            shares[i] = total.find() ? Double.parseDouble(total.group(1)) / ground.options.size() : 1;
        }
        Arrays.sort(shares);
        warm(queries);
        List<Double> waits = new ArrayList<>();
        for (int lap = 0; lap < LAPS; lap++) {
            waits.addAll(lap(queries));
        }
        double p99 = percentile(waits, 99);
        String note = String.format(
                Locale.ROOT,
                "%d answers; they match %.2f %% at the median, %.1f %% at most%s",
                waits.size(),
                shares[shares.length / 2] * 100,
                shares[shares.length - 1] * 100,
                shares[shares.length - 1] > largest ? ": more than they should" : "");
        return new Outcome(
                row,
                work + ", 4 clients",
                "",
                String.format(Locale.ROOT, "p50 %.1f, p99 %.1f ms", percentile(waits, 50), p99),
                "",
                Double.NaN,
                "p99 < " + milliseconds + " ms",
                p99 < milliseconds,
                note);
    }

    private void warm(List<String> addresses) throws Exception {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < ground.options.warm() * 1_000_000_000L) {
            lap(addresses);
        }
    }

    /** Each address once; a write before makes what was kept of an earlier lap worth nothing. */
    private List<Double> lap(List<String> addresses) throws Exception {
        ground.server.write();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Double>> waits = new ArrayList<>();
            addresses.forEach(address -> waits.add(clients.submit(() -> wait(address))));
            List<Double> told = new ArrayList<>();
            for (Future<Double> wait : waits) {
                told.add(wait.get());
            }
            return told;
        } finally {
            clients.shutdown();
        }
    }

    private double wait(String address) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        if (ground.server.get(address).statusCode() != 200) {
            throw new IOException(address + " is refused");
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    Outcome walk() throws Exception {
        String first = "/api/v1/organizations?sort=name";
        String page = first;
        int number = 1;
        Matcher next = NEXT.matcher(ground.server.read(page));
        while (number < FAR && next.find()) {
            page = next.group(1);
            number++;
            next = NEXT.matcher(ground.server.read(page));
        }
        List<Double> near = new ArrayList<>();
        List<Double> far = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ground.server.write();
            // In turns: what comes first after a write finds less at hand.
            if (i % 2 == 0) {
                near.add(wait(first));
                far.add(wait(page));
            } else {
                far.add(wait(page));
                near.add(wait(first));
            }
        }
        double times = percentile(far, 50) / percentile(near, 50);
        return new Outcome(
                "walk",
                "page " + number + " of a walk by name",
                "page 1",
                String.format(Locale.ROOT, "p50 %.2f, p99 %.2f ms", percentile(far, 50), percentile(far, 99)),
                String.format(Locale.ROOT, "p50 %.2f, p99 %.2f ms", percentile(near, 50), percentile(near, 99)),
                times,
                "≤ 120 % of its time",
                times <= MOST_TIMES,
                "");
    }

    private static double percentile(List<Double> waits, int percent) {
        List<Double> sorted = waits.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
