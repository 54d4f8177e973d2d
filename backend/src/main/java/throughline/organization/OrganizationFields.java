package throughline.organization;

import java.util.List;
import throughline.registry.field.Figure;
import throughline.registry.field.Group;
import throughline.registry.field.Kind;
import throughline.registry.field.Type;

/** What an organization carries. Reading, writing, checking, filtering and the contract follow from these lines. */
final class OrganizationFields {

    /** A relationship lies whole in its link: the one who states it keeps it, and both ends read it. */
    private static final Group<Void> RELATIONSHIP = Group.of(Void.class)
            .code("type", "organization-relationships-type", f -> f.required().filtered().says("How they are related", "part-of"))
            .reference("organization", "organization", f -> f.required().says("The other organization", null))
            .with("role", Type.LINE, f -> f.says("In what role", "Steering committee"))
            .with("from", Type.PARTIAL_DATE, f -> f.says("Since when", "2003"))
            .with("to", Type.PARTIAL_DATE, f -> f.says("Until when", null))
            .with("note", Type.TEXT, f -> f.says("What to know about it", null));

    static final Kind<Organization> ORGANIZATION = Kind.<Organization>named("organization", "organizations", "org")
            .of(Organization.class, Organization::new)
            .titled("name", e -> e.name, (e, v) -> e.name = v, f -> f.says("What it calls itself", "State Library of Arizona"))
            .lines("alternateNames", e -> e.alternateNames, (e, v) -> e.alternateNames = v, f -> f.searched('A')
                    .says("Other names that sources use", List.of("Arizona State Library")))
            .line("acronym", e -> e.acronym, (e, v) -> e.acronym = v, f -> f.searched('A')
                    .says("The letters it goes by", "IMLS"))
            .code("sector", "sectors", e -> e.sector, (e, v) -> e.sector = v, f -> f.faceted().requiredToPublish()
                    .says("What sort of organization it is", "state-library"))
            .reference("parent", "organization", f -> f.acyclic().says("The organization it is a unit of", null))
            .string("description", Type.MARKDOWN, e -> e.description, (e, v) -> e.description = v, f -> f.searched('C')
                    .says("What it does, in its own words where there are any", "Serves the libraries of the state."))
            .string("url", Type.URL, e -> e.url, (e, v) -> e.url = v, f -> f.labelled("Web address")
                    .says("Its own site", "https://www.example.org"))
            .string("publicEmail", Type.EMAIL, e -> e.publicEmail, (e, v) -> e.publicEmail = v, f -> f
                    .says("An address it gives to the public", "info@example.org"))
            .line("phone", e -> e.phone, (e, v) -> e.phone = v, f -> f.longest(50)
                    .says("A number it gives to the public", "202-555-0100"))
            .line("street", e -> e.street, (e, v) -> e.street = v, f -> f.says("Street and number", "1700 W Washington St"))
            .line("city", e -> e.city, (e, v) -> e.city = v, f -> f.filtered().sorted().searched('C')
                    .says("City or town", "Phoenix"))
            .code("state", "states", e -> e.state, (e, v) -> e.state = v, f -> f.faceted().sorted()
                    .says("State or territory, as USPS has it", "AZ"))
            .line("postalCode", e -> e.postalCode, (e, v) -> e.postalCode = v, f -> f.longest(20).says("ZIP code", "85007"))
            .line("county", e -> e.county, (e, v) -> e.county = v, f -> f.filtered().says("County or parish", "Maricopa"))
            .code("country", "countries", e -> e.country, (e, v) -> e.country = v, f -> f.faceted()
                    .says("Country, as ISO 3166-1 has it", "US"))
            .number("latitude", e -> e.latitude, (e, v) -> e.latitude = v, f -> f.between(-90, 90)
                    .says("Degrees north", 33.448))
            .number("longitude", e -> e.longitude, (e, v) -> e.longitude = v, f -> f.between(-180, 180)
                    .says("Degrees east; the Americas are below zero", -112.097))
            .code("locale", "locales", e -> e.locale, (e, v) -> e.locale = v, f -> f.faceted()
                    .says("How urban the place is, as NCES has it", "rural-remote"))
            .integer("populationServed", e -> e.populationServed, (e, v) -> e.populationServed = v, f -> f
                    .between(0, Integer.MAX_VALUE).says("How many people live in its service area", 2054))
            .integer("foundedYear", e -> e.foundedYear, (e, v) -> e.foundedYear = v, f -> f.between(1000, 2100)
                    .says("The year it was founded", 1996))
            .partialDate("closedOn", e -> e.closedOn, (e, v) -> e.closedOn = v, f -> f.says("When it ended", "2018"))
            .linkGroup("relationships", RELATIONSHIP, f -> f.itemTitle("type", "organization")
                    .says("How it is related to others; kept here, read from both ends", null))
            .identifiers(e -> e.identifiers, (e, v) -> e.identifiers = v)
            .group("figures", Figure.GROUP, e -> e.figures, (e, v) -> e.figures = Figure.latestFirst(v), f -> f
                    .itemTitle("measure", "asOf").says("Published numbers about it, side by side where they disagree", null))
            .build();

    private OrganizationFields() {}
}
