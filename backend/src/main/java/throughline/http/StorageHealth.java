package throughline.http;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import throughline.registry.sql.Storage;

/** Well while there is room for more: it asks for a person, and reads go on, so the server stays ready. */
@Wellness
@ApplicationScoped
class StorageHealth implements AsyncHealthCheck {

    private final Storage storage;

    @Inject
    StorageHealth(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(HealthCheckResponse.named("storage")
                        .status(!storage.isFull())
                        .build());
    }
}
