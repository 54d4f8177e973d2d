package throughline.convening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import throughline.registry.problem.Finding;
import throughline.registry.value.LocalDateTimeText;

/** What holds between a convening's fields. */
final class ConveningRules {

    private ConveningRules() {}

    static void endsAfterItStarts(ObjectNode convening, Consumer<Finding> wrong) {
        String starts = convening.path("startsOn").textValue();
        String ends = convening.path("endsOn").textValue();
        if (starts != null && ends != null && ends.compareTo(starts) < 0) {
            wrong.accept(Finding.rule("/endsOn", "ends-before-start", "It cannot end before it starts"));
        }
    }

    static void sessionTimesHaveAZone(ObjectNode convening, Consumer<Finding> wrong) {
        String zone = convening.path("timeZone").textValue();
        JsonNode sessions = convening.path("sessions");
        for (int i = 0; i < sessions.size(); i++) {
            String starts = sessions.get(i).path("startsAt").textValue();
            String ends = sessions.get(i).path("endsAt").textValue();
            String pointer = "/sessions/" + i;
            checkZone(starts, zone, pointer + "/startsAt", wrong);
            checkZone(ends, zone, pointer + "/endsAt", wrong);
            if (starts != null && ends != null && ends.compareTo(starts) < 0) {
                wrong.accept(Finding.rule(pointer + "/endsAt", "ends-before-start", "It cannot end before it starts"));
            }
        }
    }

    private static void checkZone(String time, String zone, String pointer, Consumer<Finding> wrong) {
        if (time != null && zone == null) {
            wrong.accept(
                    Finding.rule(pointer, "needs-time-zone", "Name the convening's time zone, in which this is meant"));
        } else if (time != null && !LocalDateTimeText.existsIn(time, zone)) {
            wrong.accept(Finding.rule(pointer, "no-such-local-time", "Clocks skip this time there on that day"));
        }
    }
}
