package throughline.registry.write;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;

/** How this node's writes ended, how long they waited for their turn, and how long they kept all others waiting. */
@ApplicationScoped
class WriteFigures {

    private final MeterRegistry meters;
    private final Timer waited;
    private final Timer held;

    @Inject
    WriteFigures(MeterRegistry meters) {
        this.meters = meters;
        this.waited = timer("throughline.write.waited", "Time that a write waited for its turn among this node's");
        this.held = timer("throughline.write.held", "Time from taking the clock to the end of the transaction");
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(meters);
    }

    /** Counts a write by how it ends. */
    <T> T counted(Supplier<T> write) {
        String outcome = "failed";
        try {
            T done = write.get();
            outcome = "written";
            return done;
        } catch (ProblemException refused) {
            ProblemType type = refused.problem().type();
            outcome = type.status() < 500 ? "refused" : type.slug();
            throw refused;
        } finally {
            meters.counter("throughline.writes", "outcome", outcome).increment();
        }
    }

    void waitedSince(long nanoTime) {
        waited.record(Duration.ofNanos(System.nanoTime() - nanoTime));
    }

    /** @param nanoTime when the clock was taken, or 0 where it was not */
    void heldSince(long nanoTime) {
        if (nanoTime != 0) {
            held.record(Duration.ofNanos(System.nanoTime() - nanoTime));
        }
    }
}
