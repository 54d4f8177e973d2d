package throughline.registry.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import throughline.registry.json.JsonLines;
import throughline.registry.problem.ProblemException;
import throughline.registry.vocabulary.Vocabularies;

/**
 * Loads records from lines, each the body of a POST with its {@code kind} and, if it brings one, its {@code id}: all of them as one change
 * set, or none with every refusal told by its line.
 *
 * <p>The file is read twice, since it may be far larger than what memory holds: first each line is checked, and kept of it what the rules
 * between records ask; then, under the clock, the records are made and written some at a time.
 */
@ApplicationScoped
public class Loader {

    private static final int SERVER_ERROR = 500;

    private final Transactions transactions;
    private final Vocabularies vocabularies;

    @Inject
    Loader(Transactions transactions, Vocabularies vocabularies) {
        this.transactions = transactions;
        this.vocabularies = vocabularies;
    }

    /** What came of a file. */
    public record Loaded(int records, List<String> refusals) {}

    /** Is told how many lines a step has done so far. */
    @FunctionalInterface
    public interface Progress {
        void at(String step, int done, int lines);
    }

    /** @throws ProblemException if it is nothing in the file that keeps it from being loaded; its detail tells whether it may have been */
    public Loaded load(JsonLines.Source file, Author author, String via, String label, Progress progress) {
        LineRefusals refusals = new LineRefusals();
        List<LineFacts> lines = check(file, refusals, progress);
        if (lines.isEmpty() && refusals.isEmpty()) {
            refusals.add("There is no record in it");
        }
        Request request = Request.of(author, via, label);
        try {
            if (!lines.isEmpty()) {
                // Whoever mends a file wants to hear all that is wrong with it.
                transactions.look(request, write -> FileWrite.check(write, lines));
            }
            if (refusals.isEmpty()) {
                transactions.bulk(request, write -> new FileWrite(write, lines, vocabularies).run(file, progress));
            }
        } catch (ProblemException refused) {
            if (refused.problem().type().status() >= SERVER_ERROR) {
                throw refused;
            }
            refusals.ofAll(refused);
        }
        return new Loaded(refusals.isEmpty() ? lines.size() : 0, refusals.told());
    }

    private List<LineFacts> check(JsonLines.Source file, LineRefusals refusals, Progress progress) {
        int all = JsonLines.count(file);
        List<LineFacts> checked = new ArrayList<>();
        boolean objects = false;
        try (JsonLines lines = new JsonLines(file)) {
            int number = 0;
            for (byte[] text = lines.next(); text != null; text = lines.next()) {
                number++;
                FileLine line = null;
                try {
                    if (text.length > 0) {
                        line = FileLine.parse(text);
                        checked.add(LineFacts.of(number, text, line.record(vocabularies, null)));
                    }
                } catch (ProblemException refused) {
                    refusals.of(number, line == null ? "" : line.statedId(), refused);
                }
                objects |= line != null;
                progress.at("Checking", number, Math.max(number, all));
            }
        }
        if (!objects && !refusals.isEmpty()) {
            refusals.replace("No line of it is a JSON object: it must be NDJSON, one record a line");
        }
        return checked;
    }
}
