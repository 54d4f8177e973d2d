package throughline.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;

/**
 * Bounds how many long pages are made at a time: until it is whole, each lies in memory several times over, as rows, as text and as bytes.
 * Pages as people read them wait for nobody here.
 */
@ApplicationScoped
class LongPages {

    private static final int LONG = 100;
    private static final long HEAP_FOR_ONE = 256L << 20;
    private static final int LONGEST_LINE = 32;
    private static final int LONGEST_WAIT_MS = 1500;
    private static final String BUSY = "Too many long pages are being read; ask again, or for shorter ones.";

    private final Semaphore making =
            new Semaphore((int) Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_FOR_ONE), true);

    static boolean isLong(int rows) {
        return rows > LONG;
    }

    <T> T made(int rows, Supplier<T> page) {
        if (!isLong(rows)) {
            return page.get();
        }
        awaitTurn();
        try {
            return page.get();
        } finally {
            making.release();
        }
    }

    private void awaitTurn() {
        try {
            // Each holds a thread: those who come when the line is long are told at once.
            if (making.getQueueLength() >= LONGEST_LINE || !making.tryAcquire(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS)) {
                throw ProblemException.of(ProblemType.OVERLOADED, BUSY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The server is stopping.");
        }
    }
}
