package throughline.registry.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that a field may hold, with their words.
 *
 * @param open whether an admin may add terms without a release
 * @param moves for each code of a workflow the codes that may follow it; null where any may
 */
public record Vocabulary(String name, String label, boolean open, List<Term> terms, Map<String, List<String>> moves) {

    public Optional<Term> term(String code) {
        return terms.stream().filter(term -> term.code().equals(code)).findFirst();
    }

    public List<String> codes() {
        return terms.stream().map(Term::code).toList();
    }
}
