package throughline.http;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import throughline.registry.sql.Watch;

/** Ready while the database answers: what is known already, so that asking costs no thread and no connection. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {

    private final Watch watch;

    @Inject
    DatabaseHealth(Watch watch) {
        this.watch = watch;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(HealthCheckResponse.named("database")
                        .status(!watch.away())
                        .build());
    }
}
