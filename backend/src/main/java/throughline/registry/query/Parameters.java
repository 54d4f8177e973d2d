package throughline.registry.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.problem.Finding;
import throughline.registry.problem.Problem;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.value.WellFormedText;

/** The parameters of a read as they were sent: what every page takes, and the words in which one is refused. */
public final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST_ROWS = 200;

    private final Map<String, String> sent;

    public Parameters(Map<String, String> sent) {
        this.sent = new TreeMap<>(sent);
        sent.forEach((name, value) -> WellFormedText.problem(value).ifPresent(broken -> {
            throw wrong(name, "malformed-text", "The text " + broken);
        }));
    }

    Map<String, String> all() {
        return sent;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(sent.get(name));
    }

    /** The values between the commas: none of an empty text, null where the parameter was not sent. */
    public List<String> list(String name) {
        return text(name).map(Parameters::split).orElse(null);
    }

    /** The same, each of them one of those that there are. */
    public List<String> list(String name, List<String> known) {
        List<String> values = list(name);
        if (values != null && !known.containsAll(values)) {
            throw wrong(name, "unknown", "Send some of " + String.join(", ", known));
        }
        return values;
    }

    static List<String> split(String value) {
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1));
    }

    public boolean flag(String name) {
        String value = sent.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(name, "type", "Send true or false");
        }
        return value.equals("true");
    }

    public int limit() {
        return limit(DEFAULT_LIMIT, MOST_ROWS);
    }

    public int limit(int usual, int most) {
        String limit = sent.getOrDefault("limit", String.valueOf(usual));
        if (!limit.matches("\\d{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > most) {
            throw wrong("limit", "out-of-range", "Send a whole number from 1 to " + most);
        }
        return Integer.parseInt(limit);
    }

    /** The names of the kinds whose collections are listed, or null where the parameter was not sent. */
    public List<String> kinds() {
        List<String> plurals =
                list("kinds", Kinds.all().stream().map(Kind::plural).toList());
        return plurals == null
                ? null
                : plurals.stream()
                        .map(plural -> Kinds.inPlural(plural).orElseThrow().name())
                        .distinct()
                        .toList();
    }

    /** Refuses what is none of these. */
    public void allow(List<String> known) {
        sent.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            String takes = known.isEmpty() ? "This address takes none" : "there are " + String.join(", ", known);
            throw wrong(name, "unknown", "There is no such parameter; " + takes);
        });
    }

    /** Where a page begins, by a cursor alone. */
    public Place place(String query) {
        oneOf("after", "before");
        return Stream.of("after", "before")
                .filter(sent::containsKey)
                .findFirst()
                .<Place>map(name -> new Place.Beside(Cursor.parse(name, sent.get(name), query)))
                .orElse(new Place.Start());
    }

    /** Where a page begins: the cursors, and the four ways of a list to jump. */
    Place placeInList(String query) {
        oneOf("after", "before", "from", "last", "at", "row");
        if (sent.containsKey("from")) {
            return new Place.From(sent.get("from"));
        }
        if (flag("last")) {
            return new Place.End();
        }
        if (sent.containsKey("at")) {
            return new Place.At(sent.get("at"));
        }
        if (sent.containsKey("row")) {
            return new Place.Row(row(sent.get("row")));
        }
        return place(query);
    }

    private static long row(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw wrong("row", "out-of-range", "Send how many rows lie before the page");
        }
        return Long.parseLong(value);
    }

    private void oneOf(String... places) {
        List<String> named = Stream.of(places).filter(sent::containsKey).toList();
        if (named.size() > 1) {
            String detail = String.join(" and ", named) + " exclude each other: each says where the page begins";
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, detail)
                    .with(named.stream()
                            .map(name -> Finding.parameter(name, "rule", detail))
                            .toList()));
        }
    }

    public static ProblemException wrong(String name, String code, String detail) {
        return ProblemException.of(
                ProblemType.INVALID_PARAMETER, name + ": " + detail, Finding.parameter(name, code, detail));
    }
}
