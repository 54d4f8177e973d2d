package throughline.bench;

import static throughline.bench.Names.pick;
import static throughline.bench.Names.words;

import java.util.Locale;
import java.util.Random;

/** Libraries and museums, with what public registers say of them: the agencies of the states first, to whom others belong. */
final class Organizations {

    private static final int MUSEUMS_OF_STANDING = 17_500;
    private static final String[] LOCALES = words(
            "city-large city-midsize city-small suburb-large suburb-large suburb-large"
                    + " suburb-midsize suburb-small town-fringe town-distant town-remote rural-fringe rural-fringe rural-distant rural-remote");
    private static final String[] STREETS = words(
            "Main Oak Maple Church Park Washington Elm Second Third Lincoln Center Mill Pine Cedar River Lake School Hill");
    private static final String[] SCHOOLS = {
        "Elementary School", "Elementary School", "Middle School", "High School", "Academy"
    };
    private static final String[] PUBLIC = {"Public Library", "Public Library", "Free Library", "County Library"};
    private static final String[] SPECIAL = {"Law Library", "Medical Library", "Hospital Library", "Research Library"};
    private static final String[] MUSEUMS = {
        "Historical Society",
        "Museum of Art",
        "History Museum",
        "Heritage Center",
        "Botanical Garden",
        "Nature Center",
        "Science Center",
        "Railroad Museum",
        "House Museum",
        "Children's Museum"
    };

    private final Random random;
    private final Names names;
    private final States states;
    private final int size;

    Organizations(Random random, Names names, States states, int size) {
        this.random = random;
        this.names = names;
        this.states = states;
        this.size = size;
    }

    String line(int number) {
        boolean agency = number < States.count();
        int state = agency ? number : states.draw();
        String code = States.code(state);
        String town = names.town(random, state);
        String sector = agency ? "state-library" : sector(number);
        String name = agency ? "State Library of " + code : name(sector, town);
        JsonText json = new JsonText()
                .text("kind", "organization")
                .text("id", Registry.id("org", number))
                .text("lifecycle", "published")
                .text("origin", "sourced")
                .text("name", name)
                .text("sector", sector);
        place(json, code, town);
        if (random.nextInt(4) == 0) {
            json.text(
                    "description",
                    "Serves the people of " + town + " with collections, programs and a place to meet. Its staff learn "
                            + "with the libraries around, mostly about " + pick(random, Registry.TOPICS) + " and "
                            + pick(random, Registry.TOPICS) + ".");
        }
        if (random.nextInt(3) == 0) {
            json.text("url", "https://www." + town.toLowerCase(Locale.ROOT) + number + ".example.org/");
        }
        if (random.nextInt(2) == 0) {
            json.number("foundedYear", 1850 + random.nextInt(165));
        }
        if (!agency) {
            relations(json, number, state);
        }
        facts(json, number, code, sector);
        return json.toString();
    }

    private String sector(int number) {
        if (number >= size - (int) ((long) MUSEUMS_OF_STANDING * size / Registry.STANDING_SIZE)) {
            return "museum";
        }
        int thousandth = random.nextInt(1_000);
        if (thousandth < 790) {
            return "school-library";
        }
        return thousandth < 930 ? "public-library" : thousandth < 960 ? "academic-library" : "special-library";
    }

    private String name(String sector, String town) {
        String of = random.nextInt(2) == 0 ? town : names.family(random);
        return switch (sector) {
            case "museum" -> of + " " + pick(random, MUSEUMS);
            case "school-library" -> of + " " + pick(random, SCHOOLS) + " Library";
            case "public-library" ->
                random.nextInt(9) == 0 ? of + " Memorial Library" : town + " " + pick(random, PUBLIC);
            case "academic-library" -> of + (random.nextBoolean() ? " College" : " University") + " Library";
            default -> of + " " + pick(random, SPECIAL);
        };
    }

    private void place(JsonText json, String state, String town) {
        json.text("street", (1 + random.nextInt(9_000)) + " " + pick(random, STREETS) + " Street")
                .text("city", town)
                .text("state", state)
                .text("postalCode", String.format(Locale.ROOT, "%05d", 1_000 + random.nextInt(98_000)))
                .text("county", names.family(random))
                .text("country", "US")
                .text(
                        "phone",
                        String.format(Locale.ROOT, "%d-555-%04d", 201 + random.nextInt(780), random.nextInt(10_000)))
                .text("locale", pick(random, LOCALES))
                .raw("latitude", String.format(Locale.ROOT, "%.5f", 25 + random.nextDouble() * 24))
                .raw("longitude", String.format(Locale.ROOT, "%.5f", -124 + random.nextDouble() * 57));
    }

    private void relations(JsonText json, int number, int state) {
        if (number > 2_000 && random.nextInt(10) == 0) {
            json.text("parent", Registry.id("org", States.count() + random.nextInt(1_000)));
        }
        if (random.nextInt(100) < 55) {
            json.raw(
                    "relationships",
                    "["
                            + new JsonText()
                                    .text("type", "member-of")
                                    .text("organization", Registry.id("org", state))
                                    .text("role", "Member of the state's network")
                                    .text("from", String.valueOf(1990 + random.nextInt(30)))
                            + "]");
        }
    }

    private void facts(JsonText json, int number, String state, String sector) {
        boolean museum = sector.equals("museum");
        json.raw(
                "identifiers",
                "["
                        + new JsonText()
                                .text("scheme", museum ? "ein" : "pls-libid")
                                .text(
                                        "value",
                                        museum
                                                ? "9" + (10_000_000 + number)
                                                : String.format(Locale.ROOT, "%s%07d", state, number))
                        + "]");
        String file = museum ? "Museum Data Files 2018, file 1" : "Public Libraries Survey, fiscal year 2015, outlets";
        JsonText source = new JsonText()
                .text("title", file)
                .text("publisher", "Institute of Museum and Library Services")
                .text("publishedOn", museum ? "2018" : "2017");
        if (sector.equals("public-library")) {
            json.number("populationServed", 500 + random.nextInt(90_000));
        }
        if (random.nextInt(2) == 0) {
            json.raw(
                    "figures",
                    "["
                            + new JsonText()
                                    .text("measure", "staff")
                                    .number("value", 1 + random.nextInt(60))
                                    .text("unit", "people")
                                    .text("asOf", "2015")
                                    .raw("source", source.toString())
                            + "]");
        }
        json.raw("sources", "[" + source + "]");
    }
}
