package throughline.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The answers that were made and are not taken yet, bounded in bytes: where they are too many, whoever took nothing for longest is let go.
 * Memory that several read counts once.
 */
@Singleton
@Unremovable
class Untaken {

    private static final Logger LOG = Logger.getLogger(Untaken.class);
    private static final int SHARE_OF_HEAP = 8;
    private static final long A_MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Map<Taking, Queue<Part>> readers = new HashMap<>();
    private final Map<Object, Integer> shared = new IdentityHashMap<>();
    private final MeterRegistry meters;
    private final long most;
    private long bytes;
    private long told = System.nanoTime() - A_MINUTE;

    @Inject
    Untaken(MeterRegistry meters, @ConfigProperty(name = "throughline.untaken-answers.bytes") Optional<Long> most) {
        this.meters = meters;
        this.most = most.orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        Gauge.builder("throughline.untaken.bytes", this, Untaken::bytes)
                .description("Bytes of answers that were made and wait for their readers to take them")
                .register(meters);
    }

    /**
     * Something that was written to a reader.
     *
     * @param memory that it lies in, perhaps with others
     * @param bytes of that memory
     */
    record Part(Object memory, int bytes) {

        static Part of(ByteBuf written) {
            return written.hasArray()
                    ? new Part(written.array(), written.array().length)
                    : new Part(written, written.readableBytes());
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized void add(Taking reader, Part part) {
        readers.computeIfAbsent(reader, slow -> new ArrayDeque<>()).add(part);
        if (shared.merge(part.memory(), 1, Integer::sum) == 1) {
            bytes += part.bytes();
        }
        while (bytes > most) {
            letGo(readers.keySet().stream()
                    .min(Comparator.comparingLong(Taking::moved))
                    .orElseThrow());
        }
    }

    /** The first of what was added for this reader is taken, or he is gone. */
    synchronized void remove(Taking reader) {
        Queue<Part> parts = readers.get(reader);
        if (parts != null) {
            release(parts.remove());
            if (parts.isEmpty()) {
                readers.remove(reader);
            }
        }
    }

    private void release(Part part) {
        if (shared.merge(part.memory(), -1, (many, less) -> many == 1 ? null : many + less) == null) {
            bytes -= part.bytes();
        }
    }

    private void letGo(Taking reader) {
        readers.remove(reader).forEach(this::release);
        countLetGo("room");
        long now = System.nanoTime();
        if (now - told > A_MINUTE) {
            told = now;
            LOG.warnf(
                    "Answers that nobody takes fill the %d bytes that there are for them; who took nothing for longest is let go",
                    most);
        }
        reader.letGo();
    }

    /** @param why it took too long: the {@code head} of a request, a {@code reader}, or a reader when there was no more {@code room} */
    void countLetGo(String why) {
        meters.counter("throughline.connections.let.go", "why", why).increment();
    }
}
