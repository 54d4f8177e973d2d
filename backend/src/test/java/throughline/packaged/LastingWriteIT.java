package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static throughline.packaged.Operator.ORGANIZATIONS;
import static throughline.packaged.Operator.named;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write may take longer than a connection may be idle. */
class LastingWriteIT {

    private static final long LONGER_MS = 1_500;

    @TempDir
    Path folder;

    @Test
    void whoWaitsForAnAnswerIsNotIdle() throws Exception {
        try (Packaged server = Packaged.on(folder)
                        .with("-Dquarkus.http.idle-timeout=1S")
                        .serving();
                Connection other = new PostgresProcesses(folder).connect()) {
            Operator operator = new Operator(server, Packaged.key(folder));
            assertThat(operator.post(ORGANIZATIONS, named("Warm")).statusCode()).isEqualTo(201);
            other.setAutoCommit(false);
            other.createStatement().execute("select seq from clock for update");
            FutureTask<HttpResponse<String>> lasting =
                    new FutureTask<>(() -> operator.post(ORGANIZATIONS, named("Lasting")));
            new Thread(lasting).start();
            Thread.sleep(LONGER_MS);
            assertThat(lasting.isDone()).isFalse();
            other.commit();
            assertThat(lasting.get().statusCode()).isEqualTo(201);
        }
    }
}
