package throughline.registry.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a request: where, which rule, and what to do.
 *
 * @param pointer a JSON pointer into the body, or null for a parameter
 * @param parameter the query parameter or header, or null for a body
 * @param rule the rule's name where the code is {@code rule}
 * @param limit the bound that was crossed, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String pointer,
        String parameter,
        String code,
        @JsonInclude(JsonInclude.Include.ALWAYS) String rule,
        @JsonInclude(JsonInclude.Include.ALWAYS) Object limit,
        String detail) {

    public static Finding at(String pointer, String code, String detail) {
        return new Finding(pointer, null, code, null, null, detail);
    }

    public static Finding limited(String pointer, String code, Object limit, String detail) {
        return new Finding(pointer, null, code, null, limit, detail);
    }

    public static Finding rule(String pointer, String rule, String detail) {
        return new Finding(pointer, null, "rule", rule, null, detail);
    }

    public static Finding parameter(String parameter, String code, String detail) {
        return new Finding(null, parameter, code, null, null, detail);
    }

    /** The same finding, its pointer below {@code prefix}. */
    public Finding below(String prefix) {
        return pointer == null ? this : new Finding(prefix + pointer, parameter, code, rule, limit, detail);
    }
}
