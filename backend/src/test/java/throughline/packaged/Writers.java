package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sixteen who create, change and rename records, each with an Idempotency-Key, and who send the same again until it is answered.
 *
 * <p>Each write leaves a mark that no other leaves, so that it can be found and counted afterwards.
 */
final class Writers implements AutoCloseable {

    private static final int MANY = 16;
    private static final int PARENTS = 4;
    private static final int PATIENCE_SECONDS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an answer promised. */
    record Acknowledged(String id, int version) {}

    private final String address;
    private final String key;
    private final List<String> parents = new ArrayList<>();
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger unknownButDone = new AtomicInteger();
    private final AtomicInteger marks = new AtomicInteger();
    private final AtomicLong interruptedAt = new AtomicLong();
    private final AtomicLong worstGap = new AtomicLong();
    private final Set<Thread> answered = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    Writers(String address, String key) throws Exception {
        this.address = address;
        this.key = key;
        for (int parent = 0; parent < PARENTS; parent++) {
            parents.add(create(null));
        }
        for (int writer = 0; writer < MANY; writer++) {
            Thread thread = new Thread(this::write, "writer-" + writer);
            thread.start();
            threads.add(thread);
        }
    }

    Map<String, Acknowledged> acknowledged() {
        return acknowledged;
    }

    int unknown() {
        return unknown.get();
    }

    int unknownButDone() {
        return unknownButDone.get();
    }

    /** The longest time from an interruption to the next write that was acknowledged. */
    Duration worstGap() {
        return Duration.ofNanos(worstGap.get());
    }

    /** Lets them write for a while that begins when each of them was answered again. */
    void writeFor(int millis) throws InterruptedException {
        while (answered.size() < MANY) {
            assertThat(failures).isEmpty();
            Thread.sleep(20);
        }
        Thread.sleep(millis);
    }

    void interrupted() {
        interruptedAt.set(System.nanoTime());
        answered.clear();
    }

    /** Lets each finish what it began. */
    void end() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    @Override
    public void close() {
        ended = true;
        threads.forEach(Thread::interrupt);
    }

    private void write() {
        try {
            while (!ended) {
                int turn = marks.get();
                String id = create(parents.get(turn % PARENTS));
                for (int change = 0; change < 3 && !ended; change++) {
                    patch(id, "city");
                }
                if (turn % 5 == 0) {
                    patch(parents.get(turn % PARENTS), "name");
                }
            }
        } catch (Exception | AssertionError failed) {
            failures.add(failed);
        }
    }

    private String create(String parent) throws Exception {
        String mark = mark();
        String body = "{\"name\":\"" + mark + "\"" + (parent == null ? "" : ",\"parent\":\"" + parent + "\"") + "}";
        return sent(
                        mark,
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/organizations"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                .id();
    }

    private void patch(String id, String field) throws Exception {
        String mark = mark();
        sent(
                mark,
                HttpRequest.newBuilder(URI.create(address + "/api/v1/organizations/" + id))
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", "*")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"" + field + "\":\"" + mark + "\"}")));
    }

    private String mark() {
        return "mark" + marks.incrementAndGet() + "x";
    }

    private Acknowledged sent(String mark, HttpRequest.Builder request) throws Exception {
        request.header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", mark)
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS));
        long begin = System.nanoTime();
        boolean inDoubt = false;
        while (Duration.ofNanos(System.nanoTime() - begin).toSeconds() < PATIENCE_SECONDS) {
            try {
                HttpResponse<String> answer = Packaged.send(request);
                if (answer.statusCode() != 503) {
                    return acknowledge(mark, answer, inDoubt);
                }
                boolean mayBeDone = answer.body().contains("may be done");
                unknown.addAndGet(mayBeDone && !inDoubt ? 1 : 0);
                inDoubt |= mayBeDone;
            } catch (IOException cut) {
                unknown.addAndGet(inDoubt ? 0 : 1);
                inDoubt = true;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("INCONCLUSIVE: not answered for " + PATIENCE_SECONDS + " s");
    }

    private Acknowledged acknowledge(String mark, HttpResponse<String> answer, boolean inDoubt) throws IOException {
        assertThat(answer.statusCode()).as("%s: %s", mark, answer.body()).isIn(200, 201);
        boolean replayed = answer.headers().firstValue("Idempotency-Replayed").isPresent();
        assertThat(replayed && !inDoubt)
                .as("%s was told as not done, and was", mark)
                .isFalse();
        unknownButDone.addAndGet(replayed ? 1 : 0);
        answered.add(Thread.currentThread());
        long since = interruptedAt.getAndSet(0);
        if (since != 0) {
            worstGap.accumulateAndGet(System.nanoTime() - since, Math::max);
        }
        JsonNode record = JSON.readTree(answer.body());
        Acknowledged promised = new Acknowledged(
                record.path("id").asText(), record.path("version").asInt());
        acknowledged.put(mark, promised);
        return promised;
    }
}
