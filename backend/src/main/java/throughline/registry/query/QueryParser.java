package throughline.registry.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.problem.ProblemException;
import throughline.registry.vocabulary.Vocabularies;

/** Reads a list's parameters strictly: what is unknown or wrong is refused by name, with the names that there are. */
public final class QueryParser {

    private static final List<String> OWN = List.of(
            "limit", "after", "before", "from", "last", "at", "row", "sort", "q", "count", "facets", "fields", "id");
    private static final int MOST_SORTS = 3;
    private static final int MOST_WORDS = 8;
    private static final int MOST_IDS = 200;

    private final Kind<?> kind;
    private final Vocabularies vocabularies;
    private final Parameters sent;
    private final Map<String, Filter> filters;
    private final List<Field<?>> sortable;

    private QueryParser(Kind<?> kind, Vocabularies vocabularies, Map<String, String> sent, boolean seesPrivateParts) {
        this.kind = kind;
        this.vocabularies = vocabularies;
        this.sent = new Parameters(sent);
        this.filters = Filters.of(kind, seesPrivateParts);
        this.sortable = Filters.sorts(kind, seesPrivateParts);
    }

    public static ListQuery parse(
            Kind<?> kind, Vocabularies vocabularies, Map<String, String> parameters, boolean seesPrivateParts) {
        return new QueryParser(kind, vocabularies, parameters, seesPrivateParts).query();
    }

    private ListQuery query() {
        List<Condition> conditions = conditions();
        List<ListQuery.Sort> sorts = sorts();
        List<String> words = words();
        String key = kind.name()
                + conditions.stream().map(QueryParser::text).toList()
                + Stream.of("sort", "q", "id").map(sent::text).toList();
        return new ListQuery(
                kind,
                conditions,
                ids(),
                sorts,
                words,
                sent.limit(),
                place(key, sorts, words),
                sent.flag("count"),
                facets(),
                fields(kind, sent, false),
                key);
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        sent.all().forEach((name, value) -> {
            if (!OWN.contains(name)) {
                conditions.add(condition(name, value));
            }
        });
        if (sent.text("lifecycle").isEmpty()) {
            conditions.add(new Condition(filters.get("lifecycle"), "eq", List.of("published"), false));
        }
        return conditions;
    }

    private static String text(Condition condition) {
        return condition.filter().name() + condition.operator() + condition.values() + condition.orNull();
    }

    private Condition condition(String name, String value) {
        int dot = name.lastIndexOf('.');
        boolean whole = filters.containsKey(name) || dot < 0;
        String operator = whole ? "eq" : name.substring(dot + 1);
        Filter filter = filters.get(whole ? name : name.substring(0, dot));
        if (filter == null || !filter.operators().contains(operator)) {
            throw unknown(name);
        }
        boolean several = operator.equals("eq") || operator.equals("not");
        List<String> values = new ArrayList<>(several ? Parameters.split(value) : List.of(value));
        boolean orNull = several && filter.nullable() && values.removeIf("null"::equals);
        values.replaceAll(each -> FilterValue.read(filter, each, vocabularies)
                .orElseThrow(() -> Parameters.wrong(name, "format", "Send " + wanted(filter) + ", not " + each)));
        return new Condition(filter, operator, values, orNull);
    }

    private String wanted(Filter filter) {
        Field<?> field = filter.reference();
        if (field.vocabulary() != null) {
            return "one of "
                    + String.join(", ", vocabularies.get(field.vocabulary()).codes());
        }
        return switch (field.type()) {
            case REFERENCE, CLAIM_LINK -> "the id of a record";
            case GROUP -> "a scheme and a value that it can have given out, ror:030prv062";
            default -> "a value of type " + field.type().slug();
        };
    }

    private Place place(String key, List<ListQuery.Sort> sorts, List<String> words) {
        Place place = sent.placeInList(key);
        if (!(place instanceof Place.From from)) {
            return place;
        }
        if (sorts.isEmpty() && !words.isEmpty()) {
            throw Parameters.wrong("from", "rule", "What q finds is ranked, and has no value to begin at; send sort");
        }
        Field<?> field = sorts.isEmpty()
                ? kind.field("createdAt").orElseThrow()
                : sorts.get(0).field();
        return new Place.From(FilterValue.ofType(field, from.value())
                .orElseThrow(() -> Parameters.wrong(
                        "from", "format", "Send a value of " + field.name() + ", by which the list is sorted")));
    }

    private List<String> ids() {
        List<String> ids = sent.list("id");
        if (ids != null && ids.size() > MOST_IDS) {
            throw Parameters.wrong("id", "too-many", "At most " + MOST_IDS + " ids");
        }
        if (ids != null && !ids.stream().allMatch(kind::owns)) {
            throw Parameters.wrong("id", "format", "Send ids of this kind: they begin with " + kind.prefix() + "_");
        }
        return ids;
    }

    private List<ListQuery.Sort> sorts() {
        List<ListQuery.Sort> sorts = new ArrayList<>();
        for (String each : sent.text("sort").map(Parameters::split).orElse(List.of())) {
            boolean descending = each.startsWith("-");
            Field<?> field = Filters.named(sortable, descending ? each.substring(1) : each)
                    .filter(known -> sorts.size() < MOST_SORTS)
                    .orElseThrow(() ->
                            Parameters.wrong("sort", "unknown", "Sort by up to three of " + Filters.names(sortable)));
            sorts.add(new ListQuery.Sort(field, descending));
        }
        return sorts;
    }

    private List<String> words() {
        String q = sent.text("q").orElse("");
        if (q.length() > 200) {
            throw Parameters.wrong("q", "too-long", "At most 200 characters");
        }
        return Arrays.stream(q.split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isBlank())
                .limit(MOST_WORDS)
                .toList();
    }

    private List<Field<?>> facets() {
        List<Field<?>> known = new ArrayList<>();
        kind.fields().stream().filter(Field::isFaceted).forEach(known::add);
        List<Field<?>> facets = new ArrayList<>();
        for (String name : sent.text("facets").map(Parameters::split).orElse(List.of())) {
            facets.add(Filters.named(known, name)
                    .orElseThrow(() -> Parameters.wrong("facets", "unknown", "Facets are " + Filters.names(known))));
        }
        return facets;
    }

    /** The members that a sparse answer has, or null where the whole is asked for. */
    public static List<String> fields(Kind<?> kind, Parameters sent, boolean seesPrivateParts) {
        List<String> known = new ArrayList<>(List.of("id", "kind"));
        kind.fields().stream()
                .filter(field -> seesPrivateParts || !field.isSecret())
                .forEach(field -> known.add(field.name()));
        List<String> names = sent.list("fields");
        if (names != null && !known.containsAll(names)) {
            throw Parameters.wrong("fields", "unknown", "The fields are " + String.join(", ", known));
        }
        return names;
    }

    private ProblemException unknown(String name) {
        TreeSet<String> known = new TreeSet<>(OWN);
        known.addAll(filters.keySet());
        return Parameters.wrong(
                name,
                "unknown",
                "There is no such parameter; there are " + String.join(", ", known)
                        + ", with .not, and .gte, .lte, .gt and .lt where a field has an order");
    }
}
