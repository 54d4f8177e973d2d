package throughline.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import throughline.registry.field.Kind;
import throughline.registry.json.Json;
import throughline.registry.json.Sent;
import throughline.registry.problem.Finding;
import throughline.registry.query.ListPage;
import throughline.registry.query.ListQuery;
import throughline.registry.query.Lists;
import throughline.registry.query.Parameters;
import throughline.registry.query.QueryParser;
import throughline.registry.read.OneRecord;
import throughline.registry.read.Reader;
import throughline.registry.read.Sparse;
import throughline.registry.vocabulary.Vocabularies;
import throughline.registry.write.Match;
import throughline.registry.write.Records;
import throughline.registry.write.Request;
import throughline.registry.write.Written;

/** What every kind's resource does with its declaration: the same for all, and nothing here knows a kind. */
@ApplicationScoped
public class RecordApi {

    private static final String JSON = "application/json";

    private final Call call;
    private final Following following;
    private final Lists lists;
    private final Reader reader;
    private final Records records;
    private final Vocabularies vocabularies;

    @Inject
    RecordApi(Call call, Following following, Lists lists, Reader reader, Records records, Vocabularies vocabularies) {
        this.call = call;
        this.following = following;
        this.lists = lists;
        this.reader = reader;
        this.records = records;
        this.vocabularies = vocabularies;
    }

    public Response list(Kind<?> kind) {
        boolean seesPrivateParts = call.author().seesPrivateParts();
        ListQuery query = QueryParser.parse(kind, vocabularies, call.parameters(), seesPrivateParts);
        return following.answer(query.limit(), () -> {
            ListPage page = lists.read(query, seesPrivateParts);
            Addresses addresses = new Addresses(call.path(), call.parameters(), query.key());
            return new Following.Told(
                    ListBody.of(query, page, addresses), page.slice().number(), addresses.next(page.slice()));
        });
    }

    public Response get(Kind<?> kind, String id) {
        boolean seesPrivateParts = call.author().seesPrivateParts();
        Parameters parameters = new Parameters(call.parameters());
        parameters.allow(List.of("fields"));
        List<String> fields = QueryParser.fields(kind, parameters, seesPrivateParts);
        return following.record(() -> Sparse.of(reader.read(kind, id, seesPrivateParts), fields));
    }

    public Response create(Kind<?> kind, byte[] body) {
        Written written = records.create(kind, new Sent(body), call.request(body));
        return answer(written, Response.created(URI.create("/api/v1/" + kind.plural() + "/" + written.id())), kind);
    }

    public Response replace(Kind<?> kind, String id, byte[] body) {
        Request request = call.request(body);
        Written written = records.replace(kind, id, Match.of(call.ifMatch()), new Sent(body), request);
        return answer(written, Response.ok(), kind);
    }

    public Response patch(Kind<?> kind, String id, byte[] body) {
        Request request = call.request(body);
        Written written = records.patch(kind, id, Match.of(call.ifMatch()), new Sent(body), request);
        return answer(written, Response.ok(), kind);
    }

    public Response delete(Kind<?> kind, String id) {
        Request request = call.request(new byte[0]);
        Written written = records.delete(kind, id, Match.of(call.ifMatch()), request);
        return WriteAnswer.of(Response.noContent(), written.changeSet(), written.replayed());
    }

    public Response restore(Kind<?> kind, String id, int version) {
        Request request = call.request(new byte[0]);
        Written written = records.restore(kind, id, version, Match.ofAny(call.ifMatch()), request);
        return answer(written, Response.ok(), kind);
    }

    public Response validate(Kind<?> kind, byte[] body) {
        List<Finding> found = records.check(kind, new Sent(body), call.request(body));
        ObjectNode answer = Json.object().put("valid", found.isEmpty());
        ArrayNode errors = answer.putArray("errors");
        found.forEach(finding -> errors.add(Json.MAPPER.<ObjectNode>valueToTree(finding)));
        return Following.shared(Response.ok(Json.write(answer), JSON), true).build();
    }

    private Response answer(Written written, Response.ResponseBuilder answer, Kind<?> kind) {
        String document = written.document();
        String tag = written.tag();
        if (document == null) {
            OneRecord unchanged = reader.read(kind, written.id(), true);
            document = unchanged.document();
            tag = unchanged.tag();
        }
        answer.entity(document).type(JSON).header("ETag", tag);
        return WriteAnswer.of(answer, written.changeSet(), written.replayed());
    }
}
