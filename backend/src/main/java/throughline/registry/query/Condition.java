package throughline.registry.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * One filter of a list as it was asked for: {@code state=TX,null}, {@code populationServed.gte=1000}.
 *
 * @param operator {@code eq}, {@code not}, {@code gte}, {@code lte}, {@code gt} or {@code lt}
 * @param orNull whether {@code null}, "without a value", is among the values
 */
public record Condition(Filter filter, String operator, List<String> values, boolean orNull) {

    /** Its values, {@code null} for "without a value" among them. */
    Stream<String> named() {
        return Stream.concat(values.stream(), orNull ? Stream.of((String) null) : Stream.empty());
    }

    boolean is(String asked) {
        return operator.equals(asked);
    }
}
