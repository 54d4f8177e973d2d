package throughline.registry.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import throughline.registry.clock.Clock;
import throughline.registry.clock.RegistryNumber;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Failure;
import throughline.registry.sql.Snapshot;
import throughline.registry.sql.Sql;
import throughline.registry.sql.Storage;

/**
 * The one way in which records are written: one writer at a time in the whole registry, the clock first.
 *
 * <p>Whatever a write rests on is read after the clock was taken. Read before, under READ COMMITTED, it may be old: a title that is kept
 * for ever, two writers that wait for each other, a public record that points at a draft. Few of a node's writers hold a connection while
 * they wait, so that no rename starves the readers.
 */
@ApplicationScoped
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final int WRITERS = 2;
    private static final int LONGEST_WAIT_SECONDS = 3;
    private static final int TRIES = 3;
    private static final int LONGEST_SECONDS = 60;
    private static final int LONGEST_BULK_SECONDS = 1800;
    private static final int MILLIS = 1_000;
    private static final int LONGEST_LINE = 64;
    private static final String OTHERS_WRITE = "Others are writing; send the request again.";
    private static final String UNKNOWN = "The database did not say whether it kept the change: it may be done or not."
            + " Send the same again with the same Idempotency-Key; without one, read first what is there.";

    private final Semaphore writers = new Semaphore(WRITERS, true);
    private final DataSource database;
    private final EntityManager entities;
    private final Clock clock;
    private final WriteFigures figures;
    private final Storage storage;

    @Inject
    Transactions(DataSource database, EntityManager entities, Clock clock, WriteFigures figures, Storage storage) {
        this.database = database;
        this.entities = entities;
        this.clock = clock;
        this.figures = figures;
        this.storage = storage;
    }

    /** What is done under the clock. */
    @FunctionalInterface
    interface Work<T> {
        T write(Write write) throws SQLException;
    }

    <T> T write(Request request, Work<T> work) {
        return inLine(request, work, LONGEST_SECONDS);
    }

    /** A write of very many records, which may take its time. */
    <T> T bulk(Request request, Work<T> work) {
        return inLine(request, work, LONGEST_BULK_SECONDS);
    }

    private <T> T inLine(Request request, Work<T> work, int seconds) {
        return figures.counted(() -> {
            long came = System.nanoTime();
            waitInLine();
            figures.waitedSince(came);
            try {
                return tried(request, work, seconds);
            } finally {
                writers.release();
            }
        });
    }

    /**
     * Does what a write would, in a snapshot and without the clock: a request that would be refused makes nobody wait. What passes is looked
     * at again under the clock, since all of it may be old by then.
     */
    void refuseWithoutClock(Request request, Work<?> work) {
        look(request, write -> {
            if (Retries.find(write.connection, request).isEmpty()) {
                work.write(write);
                Finish.check(write);
                write.refusals.refuse();
            }
            return null;
        });
    }

    /** Reads in one snapshot what a write would rest on. */
    <T> T look(Request request, Work<T> work) {
        return Snapshot.onWhole(() -> QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                new Sql("set transaction isolation level repeatable read, read only").update(connection);
                return work.write(new Write(connection, entities, request, 0, ""));
            } catch (SQLException refused) {
                throw Sql.refused(refused);
            }
        }));
    }

    private void waitInLine() {
        try {
            // Each holds a thread: those who come when the line is long are told at once.
            if (writers.getQueueLength() >= LONGEST_LINE
                    || !writers.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.of(ProblemType.OVERLOADED, OTHERS_WRITE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The server is stopping.");
        }
    }

    private <T> T tried(Request request, Work<T> work, int seconds) {
        for (int attempt = 1; ; attempt++) {
            try {
                Done<T> done = Snapshot.onWhole(() -> committed(request, work, seconds));
                // Before anybody hears of it: no answer that was kept from before may be given after that.
                clock.met(done.number());
                storage.kept();
                return done.answer();
            } catch (ProblemException refused) {
                throw refused;
            } catch (RuntimeException refused) {
                storage.refused(refused);
                if (!Failure.metAnother(refused)) {
                    throw refused;
                }
                if (attempt == TRIES) {
                    throw ProblemException.of(ProblemType.OVERLOADED, OTHERS_WRITE);
                }
            }
        }
    }

    /** A connection that is lost before the commit took what was done with it along; one that is lost in the commit leaves it unknown. */
    private <T> Done<T> committed(Request request, Work<T> work, int seconds) {
        AtomicLong taken = new AtomicLong();
        AtomicBoolean committing = new AtomicBoolean();
        try {
            return QuarkusTransaction.requiringNew().timeout(seconds).call(() -> {
                Done<T> done = once(request, work, seconds, taken);
                committing.set(true);
                return done;
            });
        } catch (RuntimeException | Error refused) {
            if (committing.get() && !Failure.answered(refused)) {
                // Perhaps it was committed all the same.
                clock.doubt();
                storage.refused(refused);
                LOG.warnf("A write's commit was not answered: %s", refused);
                throw ProblemException.of(ProblemType.UNAVAILABLE, UNKNOWN);
            }
            throw refused;
        } finally {
            figures.heldSince(taken.get());
        }
    }

    private record Done<T>(T answer, RegistryNumber number) {}

    private <T> Done<T> once(Request request, Work<T> work, int seconds, AtomicLong taken) {
        try (Connection connection = database.getConnection()) {
            if (seconds > LONGEST_SECONDS) {
                connection.setNetworkTimeout(Runnable::run, seconds * MILLIS);
            }
            Write write = new Sql("select seq, epoch from clock for update")
                    .first(
                            connection,
                            row -> new Write(connection, entities, request, row.getLong(1), row.getString(2)))
                    .orElseThrow();
            taken.set(System.nanoTime());
            T answer = work.write(write);
            return new Done<>(answer, new RegistryNumber(write.seq, write.epoch));
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
    }
}
