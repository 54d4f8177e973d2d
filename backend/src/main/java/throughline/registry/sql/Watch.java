package throughline.registry.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether the database answers, asked twice a second.
 *
 * <p>While it does not, requests are refused without a try, and whoever waits for it already is told. When it answers again, no connection
 * from before is used any more.
 */
@Singleton
public class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final int PERIOD_MS = 500;
    private static final double MILLIS = 1_000;

    private final AgroalDataSource pool;
    private final Lent lent;
    private final Probe probe;
    private final boolean serving;
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile Instant awaySince;

    @Inject
    Watch(
            AgroalDataSource pool,
            Lent lent,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
        this.pool = pool;
        this.lent = lent;
        this.probe = new Probe(url, user.orElse(null), password.orElse(null));
        this.serving = serving;
    }

    /** Whether nothing can be asked of the database now. */
    public boolean away() {
        return awaySince != null;
    }

    /** Whether requests are answered, which must not wait for ever; a command waits as long as it takes. */
    boolean serving() {
        return serving;
    }

    void start(@Observes StartupEvent start) {
        if (serving) {
            Thread thread = new Thread(this::watch, "database-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void end(@Observes ShutdownEvent end) {
        ended.countDown();
    }

    private void watch() {
        try {
            do {
                look();
            } while (!ended.await(PERIOD_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            probe.close();
        }
    }

    private void look() {
        switch (probe.ask()) {
            case SAME -> {}
            case ANEW -> {
                pool.flush(FlushMode.GRACEFUL);
                back();
            }
            case NONE -> gone();
        }
    }

    private void gone() {
        if (ended.getCount() == 0) {
            return;
        }
        if (!away()) {
            awaySince = Instant.now();
            LOG.warnf(
                    "The database does not answer; requests for it are refused with 503 until it does (%s)",
                    probe.complaint());
        }
        try {
            lent.abort();
        } catch (SQLException refused) {
            LOG.debug("A connection could not be given up", refused);
        }
        pool.flush(FlushMode.ALL);
    }

    private void back() {
        if (away()) {
            double seconds = Duration.between(awaySince, Instant.now()).toMillis() / MILLIS;
            awaySince = null;
            LOG.infof("The database answers again after %.1f s", seconds);
        }
    }
}
