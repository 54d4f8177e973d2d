package throughline.http.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import throughline.registry.field.Kinds;
import throughline.registry.json.Json;

/** Makes the served document whole, as JSON: what the scan of the resources found is the skeleton. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI served) {
        ObjectNode scanned =
                Json.read(reading().withInitialModel(served).build().toJSON());
        byte[] whole = Json.write(new Contract(Kinds.all()).of(scanned)).getBytes(StandardCharsets.UTF_8);
        OpenAPI complete = reading()
                .withCustomStaticFile(() -> new ByteArrayInputStream(whole))
                .build()
                .model();
        served.info(complete.getInfo())
                .servers(complete.getServers())
                .tags(complete.getTags())
                .paths(complete.getPaths())
                .components(complete.getComponents());
    }

    private static SmallRyeOpenAPI.Builder reading() {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false);
    }
}
