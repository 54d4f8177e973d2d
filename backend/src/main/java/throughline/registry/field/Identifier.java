package throughline.registry.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How another system knows this record: a scheme, and its value in that scheme's normal form. */
@Embeddable
public record Identifier(
        String scheme,
        String value,
        String status,
        @JsonProperty("from") @Column(name = "from_on") String fromOn,
        @JsonProperty("to") @Column(name = "to_on") String toOn) {

    public static final Group<Identifier> GROUP = Group.of(Identifier.class)
            .code("scheme", "identifier-schemes", f -> f.required().says("Who gives the identifier", "ror"))
            .with("value", Type.LINE, f -> f.required()
                    .says("The identifier, kept in its scheme's normal form", "030prv062"))
            .code("status", "identifier-statuses", f -> f.initially("active").says("Whether it still holds", "active"))
            .with("from", Type.PARTIAL_DATE, f -> f.says("Since when", "2003"))
            .with("to", Type.PARTIAL_DATE, f -> f.says("Until when", null));
}
