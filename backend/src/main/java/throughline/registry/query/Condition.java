package throughline.registry.query;

import java.util.List;

/**
 * One filter of a list as it was asked for: {@code state=TX,null}, {@code populationServed.gte=1000}.
 *
 * @param operator {@code eq}, {@code not}, {@code gte}, {@code lte}, {@code gt} or {@code lt}
 * @param orNull whether {@code null}, "without a value", is among the values
 */
public record Condition(Filter filter, String operator, List<String> values, boolean orNull) {

    boolean is(String asked) {
        return operator.equals(asked);
    }
}
