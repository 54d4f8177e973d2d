package throughline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import throughline.registry.clock.Clock;
import throughline.registry.clock.RegistryNumber;
import throughline.registry.query.Parameters;
import throughline.registry.query.Slice;
import throughline.registry.read.OneRecord;
import throughline.registry.record.Document;
import throughline.registry.record.Tag;

/**
 * Answers that follow from the registry's number: while it stands, and the question is the same, nothing of them is read again. Their tag is
 * weak, of the number, its epoch, the address and what the reader may see; never of who asks. A record's is strong, of the record alone.
 */
@ApplicationScoped
public class Following {

    private static final String JSON = "application/json";
    private static final String VARY = "Accept, Accept-Encoding, Authorization, Cookie";
    private static final int WORTH_COMPRESSING = 1_000;

    private final Call call;
    private final Clock clock;
    private final HotAnswers hot;
    private final LongPages pages;
    private final String build;

    @Inject
    Following(
            Call call,
            Clock clock,
            HotAnswers hot,
            LongPages pages,
            @ConfigProperty(name = "quarkus.application.version") String build) {
        this.call = call;
        this.clock = clock;
        this.hot = hot;
        this.pages = pages;
        this.build = build;
    }

    /**
     * An answer as it was read.
     *
     * @param number at which it was read
     * @param next the address of the next page, or null
     */
    public record Told(String body, RegistryNumber number, String next) {}

    /** @param rows that it has at most */
    public Response answer(int rows, Supplier<Told> read) {
        return answer(call.address(), rows, read);
    }

    /**
     * A page of a list that has a place and nothing more.
     *
     * @param query what is asked for beside the place; its cursors are good for the same alone
     */
    Response page(Parameters sent, String query, Supplier<Slice<ObjectNode>> read) {
        Addresses addresses = new Addresses(call.path(), call.parameters(), query);
        int limit = sent.limit();
        return answer(call.address() + query, limit, () -> {
            Slice<ObjectNode> slice = read.get();
            return new Told(ListBody.of(slice.rows(), limit, slice, addresses), slice.number(), addresses.next(slice));
        });
    }

    private Response answer(String asked, int rows, Supplier<Told> read) {
        boolean shapedByLogin = call.author().seesPrivateParts();
        String ending = "." + Document.hash(asked + shapedByLogin + build) + "\"";
        Question question = call.question();
        Tag.Listed known = call.ifNoneMatch();
        Optional<KeptAnswer> kept = hot.find(question);
        Optional<RegistryNumber> now = known.named() || kept.isPresent() ? clock.now() : Optional.empty();
        String tag = now.map(number -> "W/\"" + number + ending).orElse(null);
        if (tag != null && known.matchesWeakly(tag)) {
            return shared(Response.notModified(), shapedByLogin)
                    .header("ETag", tag)
                    .build();
        }
        return now.isPresent() && kept.isPresent() && hot.isGood(kept.get(), now.get())
                ? response(kept.get())
                : response(pages.made(rows, () -> madeMeanwhile(question, rows)
                        .orElseGet(() -> read(question, ending, shapedByLogin, read))));
    }

    /** Of many who ask for one long page at once, those who waited find it made. */
    private Optional<KeptAnswer> madeMeanwhile(Question question, int rows) {
        return LongPages.isLong(rows)
                ? hot.find(question)
                        .filter(kept ->
                                clock.now().filter(now -> hot.isGood(kept, now)).isPresent())
                : Optional.empty();
    }

    private KeptAnswer read(Question question, String ending, boolean shapedByLogin, Supplier<Told> read) {
        long age = clock.age();
        Told told = read.get();
        Map<String, String> headers = headers("W/\"" + told.number() + ending, shapedByLogin);
        if (told.next() != null) {
            headers.put("Link", "<" + told.next() + ">; rel=\"next\"");
        }
        KeptAnswer answer = finished(told.body(), headers, question.gzip(), told.number(), age);
        hot.keep(question, answer);
        return answer;
    }

    /** One record: the public's answer is kept, one with private parts is read anew each time. */
    Response record(Supplier<OneRecord> read) {
        boolean shapedByLogin = call.author().seesPrivateParts();
        long age = clock.age();
        OneRecord record = read.get();
        Map<String, String> headers = headers(record.tag(), shapedByLogin);
        // Not compressed: a strong tag belongs to one coding.
        KeptAnswer answer = finished(record.document(), headers, false, record.number(), age);
        if (!shapedByLogin) {
            hot.keep(call.question(), answer);
        }
        return call.ifNoneMatch().matchesWeakly(record.tag())
                ? shared(Response.notModified(), shapedByLogin)
                        .header("ETag", record.tag())
                        .build()
                : response(answer);
    }

    /** An answer that has no place in a walk. */
    public Response whole(Supplier<String> read) {
        return answer(0, () -> {
            // Before the body: a tag that is too old is only asked for again.
            RegistryNumber number = clock.read();
            return new Told(read.get(), number, null);
        });
    }

    private static Map<String, String> headers(String tag, boolean shapedByLogin) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", JSON);
        headers.put("Cache-Control", cacheControl(shapedByLogin));
        headers.put("Vary", VARY);
        headers.put("ETag", tag);
        return headers;
    }

    private static KeptAnswer finished(
            String body, Map<String, String> headers, boolean gzip, RegistryNumber number, long age) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean coded = gzip && bytes.length >= WORTH_COMPRESSING;
        if (coded) {
            headers.put("Content-Encoding", "gzip");
        }
        Buffer content = Buffer.buffer(coded ? gzip(bytes) : bytes);
        return new KeptAnswer(content, headers, number, age);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream gzip = new Fast(coded)) {
            gzip.write(bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return coded.toByteArray();
    }

    /** Its usual level takes seven times as long for a page that is a fifth smaller: longer than all the rest of a page that nobody asked for before. */
    private static final class Fast extends GZIPOutputStream {

        Fast(OutputStream coded) throws IOException {
            super(coded);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static Response response(KeptAnswer answer) {
        Response.ResponseBuilder response = Response.ok(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }

    /** Says to caches for whom an answer is good. */
    public static Response.ResponseBuilder shared(Response.ResponseBuilder answer, boolean shapedByLogin) {
        return answer.header("Cache-Control", cacheControl(shapedByLogin)).header("Vary", VARY);
    }

    private static String cacheControl(boolean shapedByLogin) {
        return shapedByLogin ? "private, no-cache" : "no-cache";
    }
}
