package throughline.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import throughline.registry.field.Figure;
import throughline.registry.field.Identifier;
import throughline.registry.field.RecordEntity;

/** An organization as its table keeps it. */
@Entity
class Organization extends RecordEntity {

    String name;
    List<String> alternateNames;
    String acronym;
    String sector;
    String description;
    String url;
    String publicEmail;
    String phone;
    String street;
    String city;
    String state;
    String postalCode;
    String county;
    String country;
    BigDecimal latitude;
    BigDecimal longitude;
    String locale;
    Integer populationServed;
    Integer foundedYear;
    String closedOn;

    @ElementCollection
    @CollectionTable(name = "identifier", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    List<Identifier> identifiers;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Figure> figures;
}
