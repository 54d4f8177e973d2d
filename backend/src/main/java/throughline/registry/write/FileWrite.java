package throughline.registry.write;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import throughline.registry.json.JsonLines;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.sql.Sql;
import throughline.registry.vocabulary.Vocabularies;

/** Writes the records of a file whose lines were checked: it is read again, and no more of it held than is written at once. */
final class FileWrite {

    /** So many records are made, written and forgotten; fewer, where they are long. */
    private static final int SOME = 250;

    private static final int SOME_BYTES = 1 << 20;

    private final Write write;
    private final List<LineFacts> lines;
    private final Vocabularies vocabularies;

    FileWrite(Write write, List<LineFacts> lines, Vocabularies vocabularies) {
        this.write = write;
        this.lines = lines;
        this.vocabularies = vocabularies;
    }

    /** Looks at what holds between the lines' records, and between them and those that are there. */
    static Targets check(Write write, List<LineFacts> lines) throws SQLException {
        write.refusals.tellAll();
        List<String> ids = lines.stream().map(line -> line.facts().id()).toList();
        Set<String> used = new HashSet<>(
                new Sql("select id from entry where id = any(?)", ids).list(write.connection, row -> row.getString(1)));
        Map<String, Facts> written = new LinkedHashMap<>();
        for (LineFacts line : lines) {
            Facts facts = line.facts();
            if (used.contains(facts.id()) || written.putIfAbsent(facts.id(), facts) != null) {
                Finding twice = Finding.at("/id", "duplicate", "The id was used before: " + facts.id());
                write.refusals.add(
                        facts.place(),
                        ProblemException.invalid("file", List.of(twice)).problem());
            }
        }
        Targets targets = Finish.check(write, written);
        write.refusals.refuse();
        return targets;
    }

    int run(JsonLines.Source file, Loader.Progress progress) throws SQLException {
        Targets targets = check(write, lines);
        progress.at("Writing", 0, lines.size());
        write.label = "Loaded " + lines.size() + (lines.size() == 1 ? " record" : " records");
        ChangeSetRow.insert(write);
        // What a record refers to may stand in a later line.
        new Sql("set constraints link_target_fkey deferred").update(write.connection);
        int done = 0;
        int bytes = 0;
        try (JsonLines read = new JsonLines(file)) {
            for (LineFacts line : lines) {
                byte[] text = read.at(line.number());
                write.add(record(line, text));
                done++;
                bytes += text.length;
                if (write.changes.size() == SOME || bytes >= SOME_BYTES || done == lines.size()) {
                    Finish.put(write, targets);
                    write.changes.clear();
                    write.entities.clear();
                    bytes = 0;
                    progress.at("Writing", done, lines.size());
                }
            }
        }
        Finish.setClock(write);
        return done;
    }

    private Change record(LineFacts line, byte[] text) {
        write.place = line.facts().place();
        if (!line.isOf(text)) {
            Finding changed =
                    Finding.at(write.place.operation(), "changed", "It was changed while the file was loaded");
            throw ProblemException.invalid("file", List.of(changed));
        }
        return FileLine.parse(text).record(vocabularies, line.facts().id());
    }
}
