package throughline.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import throughline.registry.clock.Clock;
import throughline.registry.clock.RegistryNumber;

/**
 * Finished answers, each good for as long as the registry's number is known to be the one at which it was read. Bounded in bytes: what was
 * asked for least goes first.
 */
@ApplicationScoped
class HotAnswers {

    private final Clock clock;
    private final Cache<Question, KeptAnswer> answers;

    @Inject
    HotAnswers(
            Clock clock, @ConfigProperty(name = "throughline.hot-answers.bytes", defaultValue = "67108864") long most) {
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most)
                // At once: others' threads may be late, and a few long pages are all that there is room for.
                .executor(Runnable::run)
                .weigher((Question question, KeptAnswer answer) -> answer.bytes()
                        + question.address().length()
                        + question.accept().length())
                .build();
    }

    /** An answer that was given before, perhaps an old one. */
    Optional<KeptAnswer> find(Question question) {
        return Optional.ofNullable(answers.getIfPresent(question));
    }

    /** @param now the registry's number at a moment after the question came */
    boolean isGood(KeptAnswer kept, RegistryNumber now) {
        if (kept.age() != clock.age()) {
            answers.invalidateAll();
            return false;
        }
        return kept.number().equals(now);
    }

    void keep(Question question, KeptAnswer answer) {
        clock.met(answer.number());
        answers.put(question, answer);
    }
}
