package throughline.registry.field;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The columns that every kind's table has; what a record is called, and where its number stands, is in {@code entry}. */
@MappedSuperclass
public class RecordEntity extends PanacheEntityBase {

    @Id
    public String id;

    public String lifecycle;
    public String origin;
    public Instant createdAt;
    public Instant updatedAt;
    public List<String> tags;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Source> sources;

    public String reviewState;
    public String reviewNote;
    public Instant reviewAt;
}
