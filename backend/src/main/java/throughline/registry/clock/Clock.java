package throughline.registry.clock;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;

/**
 * What this node knows of the registry's number, by which an answer that was made before is known to be good still.
 *
 * <p>A node that has its database for itself goes by its own number, raised by each commit before anybody hears of it. On a shared database
 * another node may have written: requests join the next reading of the clock. One such reading is under way at a time, and who asks during
 * it shares the following one, so that nobody sees less than what was acknowledged anywhere before he asked.
 */
@ApplicationScoped
public class Clock {

    /** Set by whoever starts a database that no other node can reach. */
    public static final String OWN_DATABASE = "throughline.database.own";

    private static final Logger LOG = Logger.getLogger(Clock.class);

    /** Milliseconds after which whoever asks is better served by reading what he asks for. */
    private static final long LONGEST_WAIT = 1000;

    private final DataSource database;
    private final boolean alone;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "clock");
        thread.setDaemon(true);
        return thread;
    });

    private RegistryNumber known;
    private long age;

    /** Commits whose outcome nobody knows, and how many of them the clock was read after. */
    private long doubts;

    private long settled;

    private CompletableFuture<RegistryNumber> following;
    private boolean underWay;

    @Inject
    Clock(DataSource database, @ConfigProperty(name = OWN_DATABASE, defaultValue = "false") boolean alone) {
        this.database = database;
        this.alone = alone;
    }

    @PreDestroy
    void end() {
        reading.shutdownNow();
    }

    /** The number now, where the node knows it without asking the database. */
    public synchronized Optional<RegistryNumber> own() {
        return alone && known != null && doubts == settled ? Optional.of(known) : Optional.empty();
    }

    /** The number at a moment after this call. Fails where the database does not tell, or not soon. */
    public CompletableFuture<RegistryNumber> next() {
        Optional<RegistryNumber> own = own();
        return own.isPresent() ? CompletableFuture.completedFuture(own.get()) : join();
    }

    /** The same, for a thread that may wait; empty where the database does not tell. */
    public Optional<RegistryNumber> now() {
        try {
            return Optional.of(next().get());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException refused) {
            return Optional.empty();
        }
    }

    /** A number to which whatever is read after this call is equal, or newer. That nothing newer was acknowledged before, it does not say. */
    public RegistryNumber read() {
        return own().orElseGet(() -> read(""));
    }

    /**
     * Grows when the number went back, or another epoch began: what was kept from before may be of a registry that never was, and must not be
     * used again, whatever the number says later.
     */
    public synchronized long age() {
        return age;
    }

    /** Notes a number that was read, or committed: time never goes backwards for who reads from this node. */
    public synchronized void met(RegistryNumber number) {
        if (known == null || number.follows(known)) {
            known = number;
        } else if (!number.epoch().equals(known.epoch())) {
            doubts++;
        }
    }

    /** Notes that a commit did not return normally: it may be done, or still be on its way. */
    public synchronized void doubt() {
        doubts++;
    }

    private synchronized CompletableFuture<RegistryNumber> join() {
        if (following == null) {
            following = new CompletableFuture<RegistryNumber>().orTimeout(LONGEST_WAIT, TimeUnit.MILLISECONDS);
        }
        CompletableFuture<RegistryNumber> joined = following;
        if (!underWay) {
            begin();
        }
        return joined;
    }

    private synchronized void begin() {
        CompletableFuture<RegistryNumber> mine = following;
        following = null;
        underWay = true;
        reading.execute(() -> {
            read(mine);
            endOfReading();
        });
    }

    private synchronized void endOfReading() {
        underWay = false;
        if (following != null) {
            begin();
        }
    }

    private void read(CompletableFuture<RegistryNumber> asked) {
        RegistryNumber before;
        long doubted;
        synchronized (this) {
            before = known;
            doubted = doubts;
        }
        try {
            // Alone, only doubt leads here: the lock waits for a commit that is still on its way, and fails where it
            // takes too long.
            RegistryNumber now = read(alone ? " for share" : "");
            noted(before, now, doubted);
            asked.complete(now);
        } catch (RuntimeException refused) {
            asked.completeExceptionally(refused);
        }
    }

    private RegistryNumber read(String locking) {
        return Snapshot.of(database, false, connection -> new Sql("select seq, epoch from clock" + locking)
                .first(connection, row -> new RegistryNumber(row.getLong(1), row.getString(2)))
                .orElseThrow());
    }

    private synchronized void noted(RegistryNumber before, RegistryNumber now, long doubted) {
        settled = doubted;
        if (before != null && !now.follows(before)) {
            LOG.warnf(
                    "The registry's number went from %s to %s: the database was restored, or is another one. All that was kept of it is dropped.",
                    before, now);
            age++;
            known = now;
        } else if (known == null || now.follows(known)) {
            known = now;
        }
    }
}
