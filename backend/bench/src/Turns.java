package throughline.bench;

import java.util.ArrayList;
import java.util.List;

/** Lets loads take turns, so that what else the machine does meets all of them: each is warmed, then each runs once a round. */
final class Turns {

    /** Something that can be run for some seconds, and says how it went. */
    @FunctionalInterface
    interface Load {
        Reading run(int seconds) throws Exception;
    }

    private Turns() {}

    /** The median of each, in their order. */
    static List<Reading> of(Options options, Load... loads) throws Exception {
        List<List<Reading>> readings = new ArrayList<>();
        for (Load load : loads) {
            readings.add(new ArrayList<>());
            // In pieces: a longer one might come to the end of what it can ask without asking twice.
            for (int warmed = 0; warmed < options.warm(); warmed += options.seconds()) {
                load.run(options.seconds());
            }
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < loads.length; i++) {
                readings.get(i).add(loads[i].run(options.seconds()));
            }
        }
        return readings.stream().map(Reading::median).toList();
    }
}
