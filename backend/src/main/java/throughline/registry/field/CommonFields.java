package throughline.registry.field;

import java.util.List;

/** What every record carries beside its own fields, in the order of its JSON. */
final class CommonFields {

    private CommonFields() {}

    static <E extends RecordEntity> void declare(KindBuilder<E> kind) {
        kind.code("lifecycle", "lifecycles", e -> e.lifecycle, (e, v) -> e.lifecycle = v, f -> f.faceted()
                .stays()
                .initially("draft")
                .says("Whether it is a draft, published or withdrawn", "published"));
        entry(kind, "version", Type.INTEGER, "One more with each change of the record itself", 3);
        entry(kind, "seq", Type.INTEGER, "The registry-wide number of the latest change of its answer", 48213);
        entry(kind, "etag", Type.LINE, "The entity tag of the record's own answer, its quotes included", "\"org_01…\"");
        moment(kind, "createdAt", "When the record was made");
        moment(kind, "updatedAt", "When its latest version was made");
        kind.code("origin", "origins", e -> e.origin, (e, v) -> e.origin = v, f -> f.faceted()
                .stays()
                .initially("sourced")
                .says("Whether sources tell of it, or it is an example", "sourced"));
        kind.lines("tags", e -> e.tags, (e, v) -> e.tags = v, f -> f.filtered()
                .faceted()
                .atMost(20)
                .longest(100)
                .says("Free labels, lower case", List.of("national")));
        kind.group("sources", Source.GROUP, e -> e.sources, (e, v) -> e.sources = v, f -> f.atMost(20)
                .itemTitle("title")
                .says("Where the record is known from", null));
        kind.claims("followsFrom", List.of(), f -> f.says("What it came out of", null));
        Review.declare(kind);
    }

    private static <E extends RecordEntity> void entry(
            KindBuilder<E> kind, String name, Type type, String sentence, Object example) {
        kind.add(entryField(name, type, sentence, example));
    }

    private static <E extends RecordEntity> void moment(KindBuilder<E> kind, String name, String sentence) {
        kind.add(CommonFields.<E>entryField(name, Type.INSTANT, sentence, "2026-11-25T03:00:00.123456Z")
                .filtered()
                .sorted());
    }

    private static <E extends RecordEntity> FieldBuilder<E> entryField(
            String name, Type type, String sentence, Object example) {
        FieldBuilder<E> declared = new FieldBuilder<>(name, type, Storage.ENTRY);
        declared.field.computed = true;
        declared.field.writable = false;
        return declared.says(sentence, example);
    }
}
