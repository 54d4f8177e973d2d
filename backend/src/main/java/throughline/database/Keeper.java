package throughline.database;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts PostgreSQL again whenever it has ended and nobody who may asked it to: at the same port, for ever. */
final class Keeper {

    private static final Logger LOG = Logger.getLogger(Keeper.class);
    private static final int PERIOD_MS = 200;
    private static final int SHORTEST_PAUSE_MS = 250;
    private static final int LONGEST_PAUSE_MS = 4_000;
    private static final long NANOS = 1_000_000_000L;
    private static final long A_MINUTE = 60 * NANOS;

    private final Postmaster postmaster;
    private final int port;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread = new Thread(this::keep, "database-keeper");

    Keeper(Postmaster postmaster, int port) {
        this.postmaster = postmaster;
        this.port = port;
        thread.setDaemon(true);
        thread.start();
    }

    private void keep() {
        try {
            while (!ending.await(PERIOD_MS, TimeUnit.MILLISECONDS)) {
                if (!postmaster.runs()) {
                    LOG.warn("The embedded PostgreSQL has ended; it is started again");
                    startAgain();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        long ended = System.nanoTime();
        long told = ended - A_MINUTE;
        int pause = SHORTEST_PAUSE_MS;
        while (ending.getCount() > 0) {
            try {
                postmaster.endLeftover();
                postmaster.startAt(port);
                LOG.infof(
                        "The embedded PostgreSQL runs again after %.1f s",
                        (System.nanoTime() - ended) / (double) NANOS);
                return;
            } catch (IOException refused) {
                if (System.nanoTime() - told >= A_MINUTE && ending.getCount() > 0) {
                    told = System.nanoTime();
                    LOG.errorf(
                            "The embedded PostgreSQL does not start: %s; it is tried again until it does",
                            postmaster.complaint(refused));
                }
                ending.await(pause, TimeUnit.MILLISECONDS);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
            }
        }
    }

    /** From now on what ends stays ended; a start under way is cut short. */
    void end() throws IOException {
        ending.countDown();
        try {
            while (thread.isAlive()) {
                postmaster.stop();
                thread.join(PERIOD_MS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
