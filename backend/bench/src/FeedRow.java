package throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Pages of the change feed with their records, beside the same rows asked of the database itself. */
final class FeedRow {

    private static final String WORK = "a page of 100 of the feed with its records, cold";
    private static final int PAGE = 100;
    private static final int ADDRESSES = 30_000;

    private final Ground ground;

    FeedRow(Ground ground) {
        this.ground = ground;
    }

    Outcome measure() throws Exception {
        if (ground.server.get(feed(0)).statusCode() != 200) {
            return Outcome.skipped("feed", WORK, "this server has no feed");
        }
        Path addresses = addresses(ground);
        Postgres database = ground.server.embedded();
        int last = last(database);
        List<Reading> readings = Turns.of(
                ground.options,
                seconds -> ground.anew(ground.server, addresses, seconds),
                seconds -> database.pgbench(ground.script("sql/feed.sql"), seconds, "last=" + last));
        return Outcome.rates("feed", WORK, readings.get(0), "the same rows as one json_agg", readings.get(1), 0);
    }

    /** Pages that begin everywhere. */
    static Path addresses(Ground ground) throws IOException, InterruptedException {
        int last = last(ground.server.embedded());
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < ADDRESSES; i++) {
            numbers.add((int) ((long) i * last / ADDRESSES));
        }
        Collections.shuffle(numbers, new Random(1));
        return Files.write(
                ground.work.resolve("feed.txt"),
                numbers.stream().distinct().map(FeedRow::feed).toList());
    }

    private static int last(Postgres database) throws IOException, InterruptedException {
        return Integer.parseInt(database.sql("select seq from clock")) - PAGE;
    }

    private static String feed(int after) {
        return "/api/v1/changes?include=record&limit=" + PAGE + "&after=" + after;
    }
}
