package throughline.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A record as far as the tests of pages sort it, and the order that a list of such must have. */
record Sorted(String name, String city, Integer number) {

    /** A tag that no other record has: by it a test asks for its own. */
    static String tag() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A number that each kind has and that may be absent. */
    static String number(String kind) {
        return kind.equals("organizations") ? "populationServed" : "expectedParticipants";
    }

    /** Twelve records with three cities and three numbers, of each one absent. */
    static List<Sorted> twelve(String kind, String title, String tag) {
        List<Sorted> all = new ArrayList<>();
        String[] cities = {"Élan", "elm", null};
        Integer[] numbers = {null, 1, 20};
        for (int i = 0; i < 12; i++) {
            Sorted each = new Sorted("Name " + (char) ('a' + (i * 5) % 12), cities[i % 3], numbers[(i / 3) % 3]);
            ObjectNode body = Api.body(kind, title, each.name()).put("city", each.city());
            body.put(number(kind), each.number()).putArray("tags").add(tag);
            Api.create(kind, body).then().statusCode(201);
            all.add(each);
        }
        return all;
    }

    static <T extends Comparable<T>> Comparator<Sorted> by(Function<Sorted, T> key, boolean descending) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(key, Comparator.nullsLast(order));
    }

    static Comparator<Sorted> order(String sort) {
        Comparator<Sorted> order = (a, b) -> 0;
        for (String field : sort.split(",")) {
            boolean descending = field.startsWith("-");
            order = order.thenComparing(
                    switch (field.replace("-", "")) {
                        case "city" ->
                            by(each -> each.city() == null ? null : each.city().replace('É', 'e'), descending);
                        case "number" -> by(Sorted::number, descending);
                        default -> by(Sorted::name, descending);
                    });
        }
        return order;
    }
}
