package throughline.registry.value;

import java.util.Optional;
import java.util.function.Function;

/** A register that gives out identifiers, with the check by which it tells a good one from a slip. */
public enum IdentifierScheme {
    ROR(
            "ror",
            "ROR",
            "Research Organization Registry, nine characters with two check digits",
            "030prv062",
            IdentifierChecks::ror),
    ISNI(
            "isni",
            "ISNI",
            "International Standard Name Identifier, sixteen digits of which the last may be X",
            "0000000122148522",
            IdentifierChecks::isni),
    WIKIDATA("wikidata", "Wikidata", "The item of Wikidata, Q and a number", "Q6040649", IdentifierScheme::wikidata),
    CROSSREF_FUNDER(
            "crossref-funder",
            "Crossref Funder ID",
            "The funder's number in the Open Funder Registry",
            "100000208",
            IdentifierScheme::funder),
    GRID(
            "grid",
            "GRID",
            "Global Research Identifier Database, no longer kept: ROR took its place",
            "grid.431754.0",
            v -> IdentifierChecks.lowerCase(v, "grid\\.[0-9]+\\.[0-9a-f]{1,2}")),
    EIN(
            "ein",
            "EIN",
            "Employer Identification Number of the United States Internal Revenue Service",
            "123456789",
            IdentifierChecks::ein),
    UEI(
            "uei",
            "UEI",
            "Unique Entity ID of the United States System for Award Management",
            "YNDUZMUZF8H8",
            v -> IdentifierChecks.upperCase(v, "[A-HJ-NP-Z0-9]{12}")),
    US_GOV(
            "us-gov",
            "US government code",
            "A code of an agency in a register of the United States government",
            "0000",
            v -> IdentifierChecks.matching(v, "[A-Za-z0-9._-]{1,60}")),
    FSCS(
            "fscs",
            "FSCS key",
            "The library's key in the Public Libraries Survey, given out anew over the years",
            "AK0001",
            v -> IdentifierChecks.upperCase(v, "[A-Z]{2}[0-9]{4}")),
    PLS_LIBID(
            "pls-libid",
            "State library ID",
            "The identifier that a state gave the library, as national statistics print it",
            "AK0001-002",
            v -> IdentifierChecks.upperCase(v, "[A-Z0-9._ -]{1,40}")),
    OCLC_SYMBOL(
            "oclc-symbol",
            "OCLC symbol",
            "The library's symbol in WorldCat",
            "DLC",
            v -> IdentifierChecks.upperCase(v, "[!-~]{2,10}")),
    ISIL(
            "isil",
            "ISIL",
            "International Standard Identifier for Libraries and Related Organizations",
            "US-DLC",
            IdentifierChecks::isil),
    IMLS_LOG(
            "imls-log",
            "IMLS log number",
            "An award's number at the Institute of Museum and Library Services, old form or new",
            "RE-00-13-0092-13",
            IdentifierScheme::logNumber),
    FAIN(
            "fain",
            "FAIN",
            "Federal Award Identification Number",
            "LG-246285-OLS-20",
            v -> IdentifierChecks.upperCase(v, "[A-Z0-9][A-Z0-9._/-]{0,29}")),
    ASSISTANCE_LISTING(
            "assistance-listing",
            "Assistance Listing",
            "The program's number in the federal Assistance Listings (formerly CFDA)",
            "45.313",
            v -> IdentifierChecks.matching(v, "[0-9]{2}\\.[0-9]{3}")),
    THREE_SIXTY_GIVING(
            "360g",
            "360Giving",
            "A grant's identifier in open grant data, a registered prefix and the funder's own reference",
            "360G-example-2013-0092",
            v -> IdentifierChecks.matching(v, "360G-[A-Za-z0-9]+-.+")),
    DOI(
            "doi",
            "DOI",
            "Digital Object Identifier, without the address of a resolver",
            "10.3233/efi-190311",
            IdentifierScheme::doi),
    URL(
            "url",
            "Web address",
            "The address that stands for the thing where it has no other identifier",
            "https://www.imls.gov/",
            WebAddress::normalize);

    private final String code;
    private final String label;
    private final String description;
    private final String example;
    private final Function<String, Optional<String>> check;

    IdentifierScheme(
            String code, String label, String description, String example, Function<String, Optional<String>> check) {
        this.code = code;
        this.label = label;
        this.description = description;
        this.example = example;
        this.check = check;
    }

    public static Optional<IdentifierScheme> of(String code) {
        for (IdentifierScheme scheme : values()) {
            if (scheme.code.equals(code)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    public String example() {
        return example;
    }

    /** The one spelling by which the value is kept and compared; empty where the scheme cannot have given it out. */
    public Optional<String> normalize(String value) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(v -> this == URL || IdentifierChecks.isPlain(v))
                .flatMap(check);
    }

    private static Optional<String> wikidata(String value) {
        String item = IdentifierChecks.without(value, "(?i)https?://(?:www\\.)?wikidata\\.org/(?:wiki|entity)/");
        return IdentifierChecks.upperCase(item, "Q[1-9][0-9]*");
    }

    private static Optional<String> funder(String value) {
        return IdentifierChecks.matching(IdentifierChecks.without(bareDoi(value), "10\\.13039/"), "1[0-9]{8}");
    }

    private static Optional<String> logNumber(String value) {
        return IdentifierChecks.upperCase(
                value, "[A-Z]{2}-[0-9]{2}-[0-9]{2}-[0-9]{4}-[0-9]{2}|[A-Z]{2,3}-[0-9]{6}-(?:OLS|OMS)-[0-9]{2}");
    }

    private static Optional<String> doi(String value) {
        return IdentifierChecks.lowerCase(bareDoi(value), "10\\.[0-9]{4,9}(?:\\.[0-9]+)*/[!-~]+");
    }

    private static String bareDoi(String value) {
        return IdentifierChecks.without(value, "(?i)(?:doi:\\s*|https?://(?:dx\\.|www\\.)?doi\\.org/)");
    }
}
