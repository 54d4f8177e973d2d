package throughline.registry.field;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** A published number: a claim with its source, beside others that may disagree. */
public record Figure(
        String measure, String comparator, BigDecimal value, String unit, String asOf, String scope, Source source) {

    public static final Group<Figure> GROUP = Group.of(Figure.class)
            .with("measure", Type.LINE, f -> f.required().says("What was counted or measured", "members"))
            .code("comparator", "comparators", f -> f.initially("eq").says("How the value is meant", "gt"))
            .with("value", Type.NUMBER, f -> f.required().says("The number as it was published", 70000))
            .with("unit", Type.LINE, f -> f.says("What the number counts", "people"))
            .with("asOf", Type.PARTIAL_DATE, f -> f.labelled("As of").says("The day it was true of", "2013-06-06"))
            .with("scope", Type.LINE, f -> f.says("What it covers", "United States"))
            .one("source", Source.GROUP, f -> f.says("Who says so", null));

    /** The figures as they are shown: by measure as first named, the latest of each first. */
    public static List<Figure> latestFirst(List<Figure> figures) {
        List<String> measures = figures.stream().map(Figure::measure).distinct().toList();
        return figures.stream()
                .sorted(Comparator.comparing((Figure figure) -> measures.indexOf(figure.measure()))
                        .thenComparing(Figure::asOf, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }
}
