package throughline.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.query.Parameters;
import throughline.registry.record.Document;
import throughline.registry.record.Tag;
import throughline.registry.value.WellFormedText;
import throughline.registry.write.Author;
import throughline.registry.write.Request;

/** The request under way: who asks, and what its headers and parameters say. */
@RequestScoped
public class Call {

    /** What the server's decoder puts where bytes are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String ENCODE = "Percent-encode one line of text as UTF-8";

    @Inject
    RoutingContext context;

    @Inject
    SecurityIdentity identity;

    public Author author() {
        return identity.isAnonymous()
                ? Author.NOBODY
                : new Author(identity.getPrincipal().getName(), "operator", true);
    }

    /** Each parameter once; one that stands twice is refused. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : context.queryParams().names()) {
            List<String> values = context.queryParams().getAll(name);
            if (values.size() > 1) {
                throw ProblemException.of(
                        ProblemType.INVALID_PARAMETER,
                        name + " stands twice",
                        Finding.parameter(name, "duplicate", "Send it once, its values with commas between them"));
            }
            if ((name + values.get(0)).indexOf(REPLACEMENT) >= 0) {
                throw ProblemException.of(
                        ProblemType.INVALID_PARAMETER,
                        name + " is no UTF-8",
                        Finding.parameter(name, "malformed-text", "Percent-encode it as UTF-8"));
            }
            parameters.put(name, values.get(0));
        }
        return parameters;
    }

    public void refuseParameters() {
        new Parameters(parameters()).allow(List.of());
    }

    public String path() {
        return context.request().path();
    }

    /** Path and parameters, in whatever order these were sent. */
    String address() {
        return path() + new TreeMap<>(parameters());
    }

    /** What an answer to this request would be good for. */
    Question question() {
        return author().seesPrivateParts()
                ? Question.ofPrivate(context.request(), author().principal())
                : Question.ofPublic(context.request());
    }

    public Tag.Listed ifNoneMatch() {
        return Tag.listed("If-None-Match", headers("If-None-Match"));
    }

    public List<String> ifMatch() {
        return headers("If-Match");
    }

    private List<String> headers(String name) {
        return context.request().headers().getAll(name);
    }

    /**
     * What a write bears beside its body. It takes no parameters.
     *
     * @param body as it was sent; a retry under the same key must send the same
     */
    public Request request(byte[] body) {
        refuseParameters();
        return requestWithParameters(body);
    }

    public Request requestWithParameters(byte[] body) {
        String session = context.request().getHeader("Change-Session");
        String content = context.request().getHeader("Content-Type") + new String(body, StandardCharsets.ISO_8859_1);
        return new Request(
                author(),
                session == null ? "api" : "workbench",
                bounded("Change-Session", session, 64),
                decoded("Change-Label"),
                decoded("Change-Reason"),
                context.request().method().name(),
                path(),
                key(),
                Document.hash(content));
    }

    /** What a person wrote into a header: percent-encoded UTF-8, one line. */
    private String decoded(String name) {
        String value = context.request().getHeader(name);
        if (value == null) {
            return null;
        }
        String text;
        try {
            text = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw header(name, ENCODE);
        }
        boolean plain = value.chars().allMatch(letter -> letter < 0x7f);
        if (!plain
                || text.indexOf(REPLACEMENT) >= 0
                || WellFormedText.problem(text).isPresent()) {
            throw header(name, ENCODE);
        }
        return bounded(name, text, 300);
    }

    private String key() {
        String key = context.request().getHeader("Idempotency-Key");
        if (key != null && key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        return bounded("Idempotency-Key", key, 255);
    }

    private static String bounded(String name, String value, int most) {
        if (value != null && (value.isEmpty() || value.codePointCount(0, value.length()) > most)) {
            throw header(name, "Send 1 to " + most + " characters");
        }
        return value;
    }

    private static ProblemException header(String name, String detail) {
        return ProblemException.of(
                ProblemType.INVALID_HEADER, name + ": " + detail, Finding.parameter(name, "format", detail));
    }
}
