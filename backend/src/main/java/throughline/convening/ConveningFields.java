package throughline.convening;

import java.util.List;
import throughline.registry.field.Figure;
import throughline.registry.field.Kind;
import throughline.registry.field.Type;

/** What a convening carries. Reading, writing, checking, filtering and the contract follow from these lines. */
final class ConveningFields {

    static final Kind<Convening> CONVENING = Kind.<Convening>named("convening", "convenings", "conv")
            .of(Convening.class, Convening::new)
            .titled("title", e -> e.title, (e, v) -> e.title = v, f -> f.says("What it was called", "Continuing education summit"))
            .lines("alternateTitles", e -> e.alternateTitles, (e, v) -> e.alternateTitles = v, f -> f.searched('A')
                    .says("What else sources call it", List.of("CE Summit")))
            .text("summary", e -> e.summary, (e, v) -> e.summary = v, f -> f.searched('B')
                    .says("What it was, in a sentence or two", "Fifteen people shared what library staff must learn."))
            .text("goal", e -> e.goal, (e, v) -> e.goal = v, f -> f.searched('B')
                    .says("What it was for", "Identify opportunities through new partnerships."))
            .date("startsOn", e -> e.startsOn, (e, v) -> e.startsOn = v, f -> f.requiredToPublish()
                    .says("Its first day", "2013-06-06"))
            .date("endsOn", e -> e.endsOn, (e, v) -> e.endsOn = v, f -> f.says("Its last day, where it had several", "2013-06-07"))
            .string("timeZone", Type.TIME_ZONE, e -> e.timeZone, (e, v) -> e.timeZone = v, f -> f
                    .says("The zone in which its sessions' times are meant", "America/New_York"))
            .code("format", "convening-format", e -> e.format, (e, v) -> e.format = v, f -> f.faceted()
                    .says("Where people met", "in-person"))
            .code("status", "convening-status", e -> e.status, (e, v) -> e.status = v, f -> f.faceted().sorted()
                    .requiredToPublish().says("How far it is", "held"))
            .line("venue", e -> e.venue, (e, v) -> e.venue = v, f -> f.says("The house it was in", "Main library"))
            .line("city", e -> e.city, (e, v) -> e.city = v, f -> f.filtered().sorted().searched('C')
                    .says("City or town", "Arlington"))
            .code("state", "states", e -> e.state, (e, v) -> e.state = v, f -> f.faceted().sorted()
                    .says("State or territory, as USPS has it", "VA"))
            .code("country", "countries", e -> e.country, (e, v) -> e.country = v, f -> f.faceted()
                    .says("Country, as ISO 3166-1 has it", "US"))
            .text("placeNote", e -> e.placeNote, (e, v) -> e.placeNote = v, f -> f
                    .says("How sources name the place, where they differ", "Crystal City, says the report"))
            .string("url", Type.URL, e -> e.url, (e, v) -> e.url = v, f -> f.labelled("Web address")
                    .says("Its own page", "https://www.example.org/summit"))
            .codes("sectors", "sectors", e -> e.sectors, (e, v) -> e.sectors = v, f -> f.faceted()
                    .says("Who took part, as announced", List.of("state-library")))
            .references("hosts", "organization", f -> f.faceted().requiredToPublish().says("Who convened it", null))
            .references("funders", "organization", f -> f.faceted().says("Who paid for it", null))
            .claims("fundedBy", List.of("grant"), f -> f.says("The grants that paid for it", null))
            .integer("expectedParticipants", e -> e.expectedParticipants, (e, v) -> e.expectedParticipants = v, f -> f
                    .between(0, 1_000_000).says("How many were announced", 15))
            .group("sessions", ConveningSession.GROUP, e -> e.sessions, (e, v) -> e.sessions = v, f -> f.atMost(200)
                    .identifiedBy("sess").itemTitle("title").searched('C').says("What was on the table, in order", null))
            .group("participants", Participant.GROUP, e -> e.participants, (e, v) -> e.participants = v, f -> f.atMost(2_000)
                    .identifiedBy("part").listedBy("listed").stays().itemTitle("name", "organizationName")
                    .oneOf("name", "organizationName").says("Who took part, as far as is known", null))
            .computed("participantSummary", Type.GROUP, ParticipantSummary::of, f -> f
                    .shaped(ParticipantSummary.GROUP).says("How many took part, and how many are known, listed or not", null))
            .group("figures", Figure.GROUP, e -> e.figures, (e, v) -> e.figures = Figure.latestFirst(v), f -> f
                    .itemTitle("measure", "asOf").says("Published numbers about it, side by side where they disagree", null))
            .rule(ConveningRules::endsAfterItStarts)
            .rule(ConveningRules::sessionTimesHaveAZone)
            .build();

    private ConveningFields() {}
}
