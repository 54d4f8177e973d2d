package throughline.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param row by this name it is asked for
 * @param work what was done
 * @param yardstick what it was measured beside, or nothing
 * @param measured what came of it
 * @param beside what came of the yardstick
 * @param ratio of the two, or NaN
 * @param asked what quality asks for
 * @param reached whether that was reached; null where nothing is asked for
 * @param note what to know about it
 */
record Outcome(
        String row,
        String work,
        String yardstick,
        String measured,
        String beside,
        double ratio,
        String asked,
        Boolean reached,
        String note) {

    /** A rate beside another, of which it should be at least some share. */
    static Outcome rates(String row, String work, Reading measured, String yardstick, Reading beside, int percent) {
        double ratio = measured.rate() / beside.rate();
        String note = (measured.errors() + beside.errors() > 0
                        ? measured.errors() + " and " + beside.errors() + " errors; "
                        : "")
                + (measured.repeated() > 0 ? measured.repeated() + " repeated" : "");
        return new Outcome(
                row,
                work,
                yardstick,
                told(measured),
                told(beside),
                ratio,
                percent == 0 ? "" : "≥ " + percent + " %",
                percent == 0 ? null : ratio * 100 >= percent && measured.errors() == 0,
                note);
    }

    static Outcome skipped(String row, String work, String why) {
        return new Outcome(row, work, "", "skipped", "", Double.NaN, "", null, why);
    }

    private static String told(Reading reading) {
        return Double.isNaN(reading.p99())
                ? String.format(Locale.ROOT, "%,.0f/s, mean %.2f ms", reading.rate(), reading.p50())
                : String.format(
                        Locale.ROOT, "%,.0f/s, p50 %.2f, p99 %.2f ms", reading.rate(), reading.p50(), reading.p99());
    }

    String line() {
        String share = Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.0f %%", ratio * 100);
        String verdict = reached == null ? "" : reached ? "yes" : "NO";
        return "| " + String.join(" | ", row, work, measured, yardstick, beside, share, asked, verdict, note) + " |";
    }

    String json() {
        JsonText json = new JsonText()
                .text("row", row)
                .text("work", work)
                .text("measured", measured)
                .text("yardstick", yardstick)
                .text("beside", beside)
                .text("asked", asked)
                .text("note", note);
        if (!Double.isNaN(ratio)) {
            json.raw("ratio", String.format(Locale.ROOT, "%.3f", ratio));
        }
        return (reached == null ? json : json.raw("reached", reached.toString())).toString();
    }
}
