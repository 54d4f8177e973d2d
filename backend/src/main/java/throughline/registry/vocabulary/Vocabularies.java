package throughline.registry.vocabulary;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import throughline.registry.json.Json;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/** Every vocabulary: the closed ones, on which the code acts, out of the package; the open ones out of the database. */
@ApplicationScoped
public class Vocabularies {

    private final DataSource database;
    private volatile Map<String, Vocabulary> byName;

    @Inject
    Vocabularies(DataSource database) {
        this.database = database;
    }

    public List<Vocabulary> all() {
        return List.copyOf(byName().values());
    }

    public Optional<Vocabulary> named(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    /** A vocabulary that a field names, which therefore exists. */
    public Vocabulary get(String name) {
        return named(name).orElseThrow(() -> new IllegalStateException("No vocabulary " + name));
    }

    private Map<String, Vocabulary> byName() {
        Map<String, Vocabulary> known = byName;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Vocabulary vocabulary : closed()) {
                known.put(vocabulary.name(), vocabulary);
            }
            for (Vocabulary vocabulary : open()) {
                known.put(vocabulary.name(), vocabulary);
            }
            byName = known;
        }
        return known;
    }

    /** Those that come with the package: known before there is a database. */
    public static List<Vocabulary> closed() {
        try (InputStream file = Vocabularies.class.getResourceAsStream("/vocabularies.json")) {
            List<Vocabulary> listed = Json.MAPPER.readValue(file, new TypeReference<List<Vocabulary>>() {});
            return listed.stream().map(Vocabularies::ordered).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Vocabulary ordered(Vocabulary listed) {
        List<Term> terms = new ArrayList<>();
        for (Term term : listed.terms()) {
            terms.add(new Term(term.code(), term.label(), term.description(), terms.size() + 1, true, term.parent()));
        }
        return new Vocabulary(listed.name(), listed.label(), false, terms, listed.moves());
    }

    private List<Vocabulary> open() {
        Map<String, List<Term>> terms = new LinkedHashMap<>();
        Snapshot.of(database, false, connection -> {
            new Sql("select vocabulary, code, label, description, position, active, parent from vocabulary_term"
                            + " order by vocabulary, position, code")
                    .each(connection, row -> terms.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                            .add(new Term(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getInt(5),
                                    row.getBoolean(6),
                                    row.getString(7))));
            return terms;
        });
        List<Vocabulary> open = new ArrayList<>();
        terms.forEach((name, list) -> open.add(new Vocabulary(name, label(name), true, List.copyOf(list), null)));
        return open;
    }

    private static String label(String name) {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
