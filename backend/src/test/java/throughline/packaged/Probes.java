package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What others ask beside slow ones: each must be answered, and soon. */
final class Probes {

    /** What a probe may take; {@code -Dthroughline.test.slowest=250} is promised, on a machine that does nothing else. */
    static final long SLOWEST = Long.getLong("throughline.test.slowest", 5_000);

    private final List<Long> took = new ArrayList<>();
    private final List<Callable<HttpResponse<String>>> probes;

    Probes(List<Callable<HttpResponse<String>>> probes) {
        this.probes = probes;
    }

    int asked() {
        return took.size();
    }

    void askEachOnce() throws Exception {
        for (Callable<HttpResponse<String>> probe : probes) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = probe.call();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            took.add((System.nanoTime() - begin) / 1_000_000);
        }
    }

    void askFor(long millis) throws Exception {
        long until = System.currentTimeMillis() + millis;
        while (System.currentTimeMillis() < until) {
            askEachOnce();
            Thread.sleep(20);
        }
    }

    long percentile(int hundredths) {
        return took.stream()
                .sorted()
                .skip(took.size() * (long) hundredths / 100)
                .findFirst()
                .orElseThrow();
    }

    void assertSoon() {
        assertThat(percentile(99))
                .as("99 of 100 of " + took.size() + " probes, in milliseconds")
                .isLessThanOrEqualTo(SLOWEST);
    }
}
