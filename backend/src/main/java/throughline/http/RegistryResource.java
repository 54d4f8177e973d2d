package throughline.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Sql;
import throughline.registry.vocabulary.Vocabularies;
import throughline.registry.vocabulary.Vocabulary;

/** What this registry is, and the words it uses. */
@Path("/api/v1")
@Produces("application/json")
@Tag(name = "Registry")
public class RegistryResource {

    private final DataSource database;
    private final Vocabularies vocabularies;
    private final Imprint imprint;
    private final Call call;

    @Inject
    RegistryResource(DataSource database, Vocabularies vocabularies, Imprint imprint, Call call) {
        this.imprint = imprint;
        this.call = call;
        this.database = database;
        this.vocabularies = vocabularies;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getRegistry",
            summary = "What this registry is",
            description = "Its name, its number and its collections.")
    public Response registry() {
        Map<String, long[]> counts = new HashMap<>();
        ObjectNode about = Json.object().put("name", "Throughline");
        imprint.tell(about);
        about.put("software", "1.0.0").put("contract", "1.0.0");
        try (Connection connection = database.getConnection()) {
            new Sql(
                            "select c.epoch, c.seq, e.kind, count(e.id), count(e.id) filter (where e.origin = 'illustrative') from clock c"
                                    + " left join entry e on e.state = 'live' and e.lifecycle = 'published' group by 1, 2, 3")
                    .each(connection, row -> {
                        about.put("epoch", row.getString(1)).put("seq", row.getLong(2));
                        counts.put(row.getString(3), new long[] {row.getLong(4), row.getLong(5)});
                    });
        } catch (SQLException refused) {
            throw Sql.refused(refused);
        }
        ArrayNode collections = about.putArray("collections");
        for (Kind<?> kind : Kinds.all()) {
            long[] count = counts.getOrDefault(kind.name(), new long[] {0, 0});
            collections
                    .addObject()
                    .put("kind", kind.name())
                    .put("label", kind.pluralLabel())
                    .put("count", count[0])
                    .put("illustrative", count[1])
                    .put("href", "/api/v1/" + kind.plural());
        }
        return ok(Json.write(about));
    }

    @GET
    @Path("/fields")
    @PermitAll
    @Operation(
            operationId = "listFields",
            summary = "Each kind's fields",
            description = "What forms, filters and import maps are made of.")
    public Response fields() {
        return ok(Json.write(FieldsBody.of(call.author().seesPrivateParts())));
    }

    @GET
    @Path("/vocabularies")
    @PermitAll
    @Operation(
            operationId = "listVocabularies",
            summary = "Every vocabulary",
            description = "The codes that fields may hold, with their words.")
    public Response vocabularies() {
        ObjectNode answer = Json.object();
        answer.set("items", Json.MAPPER.valueToTree(vocabularies.all()));
        return ok(Json.write(answer));
    }

    @GET
    @Path("/vocabularies/{name}")
    @PermitAll
    @Operation(
            operationId = "getVocabulary",
            summary = "One vocabulary",
            description = "The codes of one vocabulary, with their words.")
    public Response vocabulary(@RestPath String name) {
        Vocabulary vocabulary = vocabularies
                .named(name)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no vocabulary " + name + "."));
        return ok(Json.write(Json.MAPPER.valueToTree(vocabulary)));
    }

    private static Response ok(String body) {
        return Response.ok(body, "application/json")
                .header("Cache-Control", "no-cache")
                .build();
    }
}
