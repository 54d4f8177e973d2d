package throughline.convening;

import jakarta.persistence.Embeddable;
import throughline.registry.field.Group;
import throughline.registry.field.Type;

/** A session of a convening; what is raised in one names it by its id. */
@Embeddable
record ConveningSession(String id, String title, String theme, String startsAt, String endsAt, String notes) {

    static final Group<ConveningSession> GROUP = Group.of(ConveningSession.class)
            .identified("sess_01…")
            .with("title", Type.LINE, f -> f.required().says("What was on the table", "Service gaps"))
            .with("theme", Type.LINE, f -> f.says("What it belongs to", "Needs"))
            .with(
                    "startsAt",
                    Type.LOCAL_DATE_TIME,
                    f -> f.says("When it begins, local to the convening", "2013-06-06T09:00"))
            .with(
                    "endsAt",
                    Type.LOCAL_DATE_TIME,
                    f -> f.says("When it ends, local to the convening", "2013-06-06T10:30"))
            .with("notes", Type.MARKDOWN, f -> f.says("What was said", null));
}
