package throughline.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What whoever runs a registry says of it. */
@ConfigMapping(prefix = "throughline.registry")
interface RegistrySettings {

    @WithDefault("Throughline")
    String name();

    @WithDefault("What convenings of library continuing education learn, and what is done about it.")
    String description();

    /** Who runs it, where that is said. */
    Optional<String> operator();
}
