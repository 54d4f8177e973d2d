package throughline.convening;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import throughline.registry.field.Figure;
import throughline.registry.field.RecordEntity;

/** A convening as its tables keep it. */
@Entity
class Convening extends RecordEntity {

    String title;
    List<String> alternateTitles;
    String summary;
    String goal;
    LocalDate startsOn;
    LocalDate endsOn;
    String timeZone;
    String format;
    String status;
    String venue;
    String city;
    String state;
    String country;
    String placeNote;
    String url;
    List<String> sectors;
    Integer expectedParticipants;

    @ElementCollection
    @CollectionTable(name = "convening_session", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    List<ConveningSession> sessions;

    @ElementCollection
    @CollectionTable(name = "participant", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    List<Participant> participants;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Figure> figures;
}
