package throughline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What its operator says of this registry: who runs it, and on what terms its data may be used. */
@Singleton
class Imprint {

    private final String licence;
    private final String licenceAddress;
    private final Optional<String> operator;

    @Inject
    Imprint(
            @ConfigProperty(name = "throughline.data-licence", defaultValue = "CC0 1.0") String licence,
            @ConfigProperty(
                            name = "throughline.data-licence-url",
                            defaultValue = "https://creativecommons.org/publicdomain/zero/1.0/")
                    String licenceAddress,
            @ConfigProperty(name = "throughline.operator") Optional<String> operator) {
        this.licence = licence;
        this.licenceAddress = licenceAddress;
        this.operator = operator;
    }

    void tell(ObjectNode about) {
        about.put("description", "What convenings of library continuing education learn, and what comes of it.");
        about.putObject("licence").put("name", licence).put("url", licenceAddress);
        about.put("operator", operator.orElse(null));
    }
}
