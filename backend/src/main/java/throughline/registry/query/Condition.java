package throughline.registry.query;

import java.util.List;
import throughline.registry.field.Field;

/**
 * One filter of a list: {@code state=TX,null}, {@code populationServed.gte=1000}.
 *
 * @param operator {@code eq}, {@code not}, {@code gte}, {@code lte}, {@code gt} or {@code lt}
 * @param orNull whether {@code null}, "without a value", is among the values
 */
public record Condition(Field<?> field, String operator, List<String> values, boolean orNull) {}
