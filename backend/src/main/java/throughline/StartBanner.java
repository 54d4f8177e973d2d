package throughline;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says at start where to go: the pages, Swagger UI, the data, the operator's key. */
@ApplicationScoped
class StartBanner {

    @ConfigProperty(name = "quarkus.http.host")
    String host;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @ConfigProperty(name = "throughline.data-dir", defaultValue = ".")
    String folder;

    void show(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            String address = "http://" + host + ":" + port;
            System.out.printf(
                    "%n  Throughline       %s%n  Swagger UI        %s/q/swagger-ui%n  Data              %s%n"
                            + "  Operator's key    %s/operator.key%n%n",
                    address, address, folder, folder);
        }
    }
}
