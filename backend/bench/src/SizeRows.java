package throughline.bench;

import java.nio.file.Path;
import java.util.List;

/** A larger size beside the standing one, each with a server and a database of its own, one loaded at a time. */
final class SizeRows {

    private static final int ENOUGH = 80;

    private final Ground large;
    private final Ground standing;

    SizeRows(Ground large) {
        this.large = large;
        this.standing = new Ground(large.options.standing(), large.home, large.standing());
    }

    void start() throws Exception {
        standing.serve();
    }

    void stop() throws InterruptedException {
        standing.stop();
    }

    Outcome record() throws Exception {
        Path asked = large.single(HotRows.RECORD);
        return compare("ten-record", "one record, unchanged", asked, asked, false);
    }

    Outcome page() throws Exception {
        Path asked = large.single(HotRows.PAGE);
        return compare("ten-page", "a filtered page of 50, unchanged", asked, asked, false);
    }

    Outcome coldRecord() throws Exception {
        return compare("ten-cold-record", "one record, cold", large.ids(), standing.ids(), true);
    }

    Outcome coldPage() throws Exception {
        return compare("ten-cold-page", "a filtered page of 50, cold", large.places(), standing.places(), true);
    }

    Outcome feed() throws Exception {
        return compare(
                "ten-feed", "a page of the feed, cold", FeedRow.addresses(large), FeedRow.addresses(standing), true);
    }

    private Outcome compare(String row, String work, Path many, Path few, boolean anew) throws Exception {
        List<Reading> readings = Turns.of(
                large.options,
                seconds -> run(large, many, seconds, anew),
                seconds -> run(standing, few, seconds, anew));
        return Outcome.rates(
                row,
                work + ", at this size",
                readings.get(0),
                "the same at the standing size",
                readings.get(1),
                ENOUGH);
    }

    private static Reading run(Ground ground, Path addresses, int seconds, boolean anew) throws Exception {
        return anew ? ground.anew(ground.server, addresses, seconds) : ground.again(ground.server, addresses, seconds);
    }
}
