package throughline.registry.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import throughline.registry.field.Field;
import throughline.registry.field.Kind;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.value.PartialDate;
import throughline.registry.value.WellFormedText;
import throughline.registry.vocabulary.Vocabularies;

/** Reads a list's parameters strictly: what is unknown or wrong is refused by name, with the names that there are. */
public final class QueryParser {

    private static final List<String> OWN =
            List.of("limit", "after", "before", "last", "sort", "q", "count", "facets", "fields", "id");
    private static final int MOST_WORDS = 8;
    private static final int MOST_IDS = 200;

    private final Kind<?> kind;
    private final Vocabularies vocabularies;
    private final Map<String, String> sent;

    private QueryParser(Kind<?> kind, Vocabularies vocabularies, Map<String, String> sent) {
        this.kind = kind;
        this.vocabularies = vocabularies;
        this.sent = new TreeMap<>(sent);
    }

    public static ListQuery parse(Kind<?> kind, Vocabularies vocabularies, Map<String, String> parameters) {
        return new QueryParser(kind, vocabularies, parameters).query();
    }

    private ListQuery query() {
        sent.forEach((name, value) -> WellFormedText.problem(value).ifPresent(broken -> {
            throw wrong(name, "malformed-text", "The text " + broken);
        }));
        List<Condition> conditions = conditions();
        String key = kind.name()
                + conditions.stream().map(QueryParser::text).toList()
                + sent.get("sort")
                + sent.get("q")
                + sent.get("id");
        return new ListQuery(
                kind,
                conditions,
                ids(),
                sorts(),
                words(),
                limit(),
                cursor(key),
                flag("last"),
                flag("count"),
                facets(),
                fields(),
                key);
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (String name : sent.keySet()) {
            if (!OWN.contains(name)) {
                conditions.add(condition(name, sent.get(name)));
            }
        }
        if (!sent.containsKey("lifecycle")) {
            conditions.add(new Condition(kind.field("lifecycle").orElseThrow(), "eq", List.of("published"), false));
        }
        return conditions;
    }

    private Cursor cursor(String key) {
        List<String> places =
                Stream.of("after", "before", "last").filter(sent::containsKey).toList();
        if (places.size() > 1) {
            throw wrong(places.get(1), "rule", "after, before and last exclude each other");
        }
        return places.isEmpty() || places.contains("last")
                ? null
                : Cursor.parse(places.get(0), sent.get(places.get(0)), key);
    }

    private List<String> ids() {
        List<String> ids = sent.containsKey("id") ? split(sent.get("id")) : null;
        if (ids != null && ids.size() > MOST_IDS) {
            throw wrong("id", "too-many", "At most " + MOST_IDS + " ids");
        }
        return ids;
    }

    private static String text(Condition condition) {
        return condition.field().name() + condition.operator() + condition.values() + condition.orNull();
    }

    private Condition condition(String name, String value) {
        int dot = name.lastIndexOf('.');
        String operator = dot < 0 ? "eq" : name.substring(dot + 1);
        String fieldName = dot < 0 ? name : name.substring(0, dot);
        Optional<? extends Field<?>> field = fieldName.equals("identifier")
                ? kind.field("identifiers")
                : kind.field(fieldName).filter(Field::isFiltered);
        boolean ordered = List.of("gte", "lte", "gt", "lt").contains(operator);
        boolean fits = field.isPresent()
                && (operator.equals("eq")
                        || operator.equals("not")
                        || ordered && field.get().type().ordered());
        if (!fits) {
            throw unknown(name);
        }
        List<String> values = new ArrayList<>(ordered ? List.of(value) : split(value));
        boolean orNull = values.remove("null");
        values.forEach(each -> check(field.get(), name, each));
        return new Condition(field.get(), operator, values, orNull);
    }

    private void check(Field<?> field, String name, String value) {
        boolean good =
                switch (field.type()) {
                    case CODE ->
                        vocabularies.get(field.vocabulary()).term(value).isPresent();
                    case INTEGER, NUMBER, MONEY -> value.matches("-?\\d{1,18}(\\.\\d{1,12})?");
                    case DATE, PARTIAL_DATE -> PartialDate.parse(value).isPresent();
                    case INSTANT -> value.matches("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z)?");
                    default -> true;
                };
        if (!good) {
            String known = field.vocabulary() == null
                    ? "a value of type " + field.type().slug()
                    : "a code of " + field.vocabulary();
            throw wrong(name, "format", "Send " + known);
        }
    }

    private List<ListQuery.Sort> sorts() {
        List<ListQuery.Sort> sorts = new ArrayList<>();
        for (String each : sent.containsKey("sort") ? split(sent.get("sort")) : List.<String>of()) {
            boolean descending = each.startsWith("-");
            String name = descending ? each.substring(1) : each;
            Field<?> field = kind.field(name).filter(Field::isSorted).orElse(null);
            if (field == null || sorts.size() == 3) {
                String known = String.join(
                        ", ",
                        kind.fields().stream()
                                .filter(Field::isSorted)
                                .map(Field::name)
                                .toList());
                throw wrong("sort", "unknown", "Sort by up to three of " + known);
            }
            sorts.add(new ListQuery.Sort(field, descending));
        }
        return sorts;
    }

    private List<String> words() {
        String q = sent.getOrDefault("q", "");
        if (q.length() > 200) {
            throw wrong("q", "too-long", "At most 200 characters");
        }
        return Arrays.stream(q.split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isBlank())
                .limit(MOST_WORDS)
                .toList();
    }

    private int limit() {
        String limit = sent.getOrDefault("limit", "50");
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > 200) {
            throw wrong("limit", "out-of-range", "Send a whole number from 1 to 200");
        }
        return Integer.parseInt(limit);
    }

    private boolean flag(String name) {
        String value = sent.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(name, "type", "Send true or false");
        }
        return value.equals("true");
    }

    private List<Field<?>> facets() {
        List<Field<?>> facets = new ArrayList<>();
        for (String name : sent.containsKey("facets") ? split(sent.get("facets")) : List.<String>of()) {
            facets.add(kind.field(name)
                    .filter(Field::isFaceted)
                    .orElseThrow(() -> wrong(
                            "facets",
                            "unknown",
                            "Facets are "
                                    + String.join(
                                            ", ",
                                            kind.fields().stream()
                                                    .filter(Field::isFaceted)
                                                    .map(Field::name)
                                                    .toList()))));
        }
        return facets;
    }

    private List<String> fields() {
        if (!sent.containsKey("fields")) {
            return List.of();
        }
        List<String> names = split(sent.get("fields"));
        for (String name : names) {
            boolean known = name.equals("id")
                    || name.equals("kind")
                    || kind.field(name).filter(f -> !f.isSecret()).isPresent();
            if (!known) {
                throw wrong("fields", "unknown", "There is no field " + name);
            }
        }
        return names;
    }

    private static List<String> split(String value) {
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1));
    }

    private ProblemException unknown(String name) {
        TreeSet<String> known = new TreeSet<>(OWN);
        kind.fields().stream().filter(Field::isFiltered).map(Field::name).forEach(known::add);
        kind.field("identifiers").ifPresent(field -> known.add("identifier"));
        return wrong(
                name,
                "unknown",
                "There is no such parameter; there are " + String.join(", ", known)
                        + ", with .not, and .gte, .lte, .gt and .lt where a field has an order");
    }

    private static ProblemException wrong(String name, String code, String detail) {
        return ProblemException.of(
                ProblemType.INVALID_PARAMETER, name + ": " + detail, Finding.parameter(name, code, detail));
    }
}
