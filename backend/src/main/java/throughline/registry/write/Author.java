package throughline.registry.write;

/** Who asks: a name for the records, a role, and whether private parts are shown. */
public record Author(String principal, String role, boolean seesPrivateParts) {

    public static final Author NOBODY = new Author("anonymous", "anonymous", false);
}
