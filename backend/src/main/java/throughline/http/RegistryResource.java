package throughline.http;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.read.Collections;
import throughline.registry.vocabulary.Vocabularies;
import throughline.registry.vocabulary.Vocabulary;

/** What this registry is, and the words it uses. */
@Path("/api/v1")
@Produces("application/json")
@Tag(name = "Registry")
public class RegistryResource {

    private final Collections collections;
    private final RegistryBody body;
    private final Vocabularies vocabularies;
    private final Following following;
    private final Call call;

    @Inject
    RegistryResource(
            Collections collections, RegistryBody body, Vocabularies vocabularies, Following following, Call call) {
        this.collections = collections;
        this.body = body;
        this.vocabularies = vocabularies;
        this.following = following;
        this.call = call;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getRegistry",
            summary = "What this registry is",
            description = "Its name, its number and its collections.")
    public Response registry() {
        call.refuseParameters();
        return following.answer(0, () -> {
            Collections.Counted counted = collections.count();
            return new Following.Told(body.of(counted), counted.number(), null);
        });
    }

    @GET
    @Path("/fields")
    @PermitAll
    @Operation(
            operationId = "listFields",
            summary = "Each kind's fields",
            description = "What forms, filters and import maps are made of.")
    public Response fields() {
        call.refuseParameters();
        return following.whole(() -> Json.write(FieldsBody.of(call.author().seesPrivateParts())));
    }

    @GET
    @Path("/vocabularies")
    @PermitAll
    @Operation(
            operationId = "listVocabularies",
            summary = "Every vocabulary",
            description = "The codes that fields may hold, with their words.")
    public Response vocabularies() {
        call.refuseParameters();
        return following.whole(() -> VocabularyBody.of(vocabularies.all()));
    }

    @GET
    @Path("/vocabularies/{name}")
    @PermitAll
    @Operation(
            operationId = "getVocabulary",
            summary = "One vocabulary",
            description = "The codes of one vocabulary, with their words.")
    public Response vocabulary(@RestPath String name) {
        call.refuseParameters();
        Vocabulary vocabulary = vocabularies
                .named(name)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no vocabulary " + name + "."));
        return following.whole(() -> VocabularyBody.of(vocabulary));
    }
}
