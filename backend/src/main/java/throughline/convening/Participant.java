package throughline.convening;

import jakarta.persistence.Embeddable;
import throughline.registry.field.Group;
import throughline.registry.field.Type;

/** Someone who took part: seen by the public only where listed, and never with e-mail or note. */
@Embeddable
record Participant(
        String id,
        String name,
        String organizationName,
        String sector,
        String role,
        Boolean listed,
        String consentOn,
        String email,
        String note) {

    static final Group<Participant> GROUP = Group.of(Participant.class)
            .identified("part_01…")
            .with("name", Type.LINE, f -> f.says("The person's name", "Ada Example"))
            .reference("organization", "organization", f -> f.filtered().says("Where the person worked then", null))
            .with("organizationName", Type.LINE, f -> f.says("What that was called then", "Example State Library"))
            .code("sector", "sectors", f -> f.says("For what sort of organization the person came", "state-library"))
            .code("role", "convening-participants-role", f -> f.says("What the person did there", "speaker"))
            .with("listed", Type.BOOLEAN, f -> f.secret()
                    .initially(false)
                    .says("Whether the public sees the person, with consent", true))
            .with("consentOn", Type.DATE, f -> f.secret().says("When the person agreed to be listed", "2013-06-06"))
            .with("email", Type.EMAIL, f -> f.secret().says("For the organizers alone", "ada@example.org"))
            .with("note", Type.TEXT, f -> f.secret().says("For the organizers alone", null));
}
