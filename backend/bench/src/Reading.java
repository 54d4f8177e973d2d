package throughline.bench;

import java.util.Comparator;
import java.util.List;

/**
 * What one run of a load showed.
 *
 * @param rate answers a second
 * @param p50 milliseconds within which half of them came (pgbench: the mean)
 * @param p99 milliseconds within which 99 of 100 came, or NaN
 * @param errors answers of 400 and above, and those that never came
 * @param repeated requests that were made before in the same run
 */
record Reading(double rate, double p50, double p99, long errors, long repeated) {

    static Reading median(List<Reading> readings) {
        return readings.stream()
                .sorted(Comparator.comparingDouble(Reading::rate))
                .toList()
                .get(readings.size() / 2);
    }
}
