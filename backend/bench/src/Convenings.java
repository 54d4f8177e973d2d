package throughline.bench;

import static throughline.bench.Names.pick;

import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Convenings with their hosts, sessions and forty participants each, half of whom agreed to be shown. */
final class Convenings {

    private static final int PARTICIPANTS = 40;

    private final Random random;
    private final Names names;
    private final States states;
    private final int organizations;

    Convenings(Random random, Names names, States states, int organizations) {
        this.random = random;
        this.names = names;
        this.states = states;
        this.organizations = organizations;
    }

    String line(int number) {
        int state = states.draw();
        String topic = pick(random, Registry.TOPICS);
        String day = String.format(
                Locale.ROOT, "%d-%02d-%02d", 2013 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(27));
        JsonText json = new JsonText()
                .text("kind", "convening")
                .text("id", Registry.id("conv", number))
                .text("lifecycle", "published")
                .text("title", "Convening on " + topic + " in " + names.town(random, state))
                .text(
                        "summary",
                        "Library staff of the state told what they must learn about " + topic
                                + " and who could teach it.")
                .text("startsOn", day)
                .text("timeZone", "America/New_York")
                .text("format", "in-person")
                .text("status", "reported")
                .text("city", names.town(random, state))
                .text("state", States.code(state))
                .text("country", "US")
                .raw("hosts", "[\"" + Registry.id("org", state) + "\"]")
                .raw("funders", "[\"" + Registry.id("org", random.nextInt(States.count())) + "\"]")
                .raw("sessions", sessions(number, day))
                .raw("participants", list(PARTICIPANTS, i -> participant(number * PARTICIPANTS + i, day)));
        json.raw(
                "sources",
                "["
                        + new JsonText()
                                .text("title", "Report of the convening on " + topic)
                                .text("publishedOn", day) + "]");
        if (number > 0) {
            json.raw("followsFrom", "[" + new JsonText().text("id", Registry.id("conv", random.nextInt(number))) + "]");
        }
        return json.toString();
    }

    private String sessions(int convening, String day) {
        return list(4, i -> new JsonText()
                .text("id", Registry.id("sess", convening * 4 + i))
                .text("title", "Session " + (i + 1) + " on " + pick(random, Registry.TOPICS))
                .text("theme", pick(random, Registry.TOPICS))
                .text("startsAt", day + "T1" + i + ":00")
                .text("endsAt", day + "T1" + i + ":45")
                .toString());
    }

    private String participant(int number, String day) {
        String first = names.first(random);
        String last = names.family(random);
        JsonText json = new JsonText()
                .text("id", Registry.id("part", number))
                .text("name", first + " " + last)
                .text("organization", Registry.id("org", random.nextInt(organizations)))
                .text("role", number % PARTICIPANTS == 0 ? "facilitator" : "participant")
                .text("email", (first + "." + last).toLowerCase(Locale.ROOT) + "@example.org");
        return (random.nextBoolean() ? json.raw("listed", "true").text("consentOn", day) : json).toString();
    }

    private static String list(int length, IntFunction<String> item) {
        return IntStream.range(0, length).mapToObj(item).collect(Collectors.joining(",", "[", "]"));
    }
}
