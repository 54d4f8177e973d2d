package throughline.registry.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import throughline.registry.problem.ProblemType;

/** Whether the database has room for more: known from what became of the latest writes. */
@ApplicationScoped
public class Storage {

    private static final Logger LOG = Logger.getLogger(Storage.class);
    private static final long A_MINUTE = 60_000_000_000L;

    private final AtomicLong told = new AtomicLong(System.nanoTime() - A_MINUTE);
    private volatile boolean full;

    public boolean isFull() {
        return full;
    }

    /** Takes note of a failure, if want of room is its reason. */
    public void refused(Throwable failure) {
        if (Failure.meaning(failure).filter(ProblemType.STORAGE_FULL::equals).isEmpty()) {
            return;
        }
        full = true;
        long now = System.nanoTime();
        long last = told.get();
        // One line a minute, however many are refused.
        if (now - last >= A_MINUTE && told.compareAndSet(last, now)) {
            LOG.errorf(
                    "The database has no room for more; writes are refused with 503 until it has (%s)", root(failure));
        }
    }

    /** A write was kept. */
    public void kept() {
        if (full) {
            full = false;
            told.set(System.nanoTime() - A_MINUTE);
            LOG.info("The database has room again");
        }
    }

    private static String root(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : root(failure.getCause());
    }
}
