package throughline.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.json.Json;
import throughline.registry.read.Collections;

/** The JSON that says what this registry is. */
@ApplicationScoped
class RegistryBody {

    private final RegistrySettings settings;
    private final String licence;
    private final String licenceAddress;
    private final String software;
    private final String contract;

    @Inject
    RegistryBody(
            RegistrySettings settings,
            @ConfigProperty(name = "throughline.data-licence", defaultValue = "CC0 1.0 Universal") String licence,
            @ConfigProperty(
                            name = "throughline.data-licence-url",
                            defaultValue = "https://creativecommons.org/publicdomain/zero/1.0/")
                    String licenceAddress,
            @ConfigProperty(name = "quarkus.application.version") String software,
            @ConfigProperty(name = "quarkus.smallrye-openapi.info-version") String contract) {
        this.settings = settings;
        this.licence = licence;
        this.licenceAddress = licenceAddress;
        this.software = software;
        this.contract = contract;
    }

    String of(Collections.Counted counted) {
        ObjectNode about = Json.object().put("name", settings.name()).put("description", settings.description());
        about.putObject("licence").put("name", licence).put("url", licenceAddress);
        about.put("operator", settings.operator().orElse(null))
                .put("software", software)
                .put("contract", contract)
                .put("epoch", counted.number().epoch())
                .put("seq", counted.number().seq());
        ArrayNode collections = about.putArray("collections");
        for (Kind<?> kind : Kinds.all()) {
            Collections.Count count = counted.of(kind);
            collections
                    .addObject()
                    .put("kind", kind.name())
                    .put("label", kind.pluralLabel())
                    .put("count", count.published())
                    .put("illustrative", count.illustrative())
                    .put("href", "/api/v1/" + kind.plural());
        }
        return Json.write(about);
    }
}
