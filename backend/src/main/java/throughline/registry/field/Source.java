package throughline.registry.field;

/** Where a record, or one claim in it, is known from. */
public record Source(String title, String url, String publisher, String publishedOn, String retrievedOn, String note) {

    public static final Group<Source> GROUP = Group.of(Source.class)
            .with("title", Type.LINE, f -> f.required().says("What the source is called", "CE Summit report"))
            .with("url", Type.URL, f -> f.labelled("Address")
                    .says("Where it can be read", "https://www.example.org/report"))
            .with("publisher", Type.LINE, f -> f.says("Who published it", "WebJunction"))
            .with("publishedOn", Type.PARTIAL_DATE, f -> f.says("When it was published", "2013-08"))
            .with("retrievedOn", Type.PARTIAL_DATE, f -> f.says("When it was last read there", "2026-11-24"))
            .with("note", Type.TEXT, f -> f.says("What to know about it", "Page 3"));
}
