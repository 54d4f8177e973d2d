package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers {@code /api/v1/constant/N} with one JSON text of N bytes: what the bench measures kept answers beside. It is there only where
 * {@code throughline.bench.constant-bytes} lists sizes.
 */
class ConstantAnswers {

    private static final String FOLDER = "/api/v1/constant/";
    private static final int QUOTES = 2;

    void install(
            @Observes Filters filters,
            @ConfigProperty(name = "throughline.bench.constant-bytes") Optional<List<Integer>> sizes) {
        Map<String, Buffer> answers = new HashMap<>();
        sizes.orElse(List.of()).forEach(size -> answers.put(FOLDER + size, text(size)));
        if (answers.isEmpty()) {
            return;
        }
        filters.register(
                context -> {
                    Buffer answer = answers.get(context.request().path());
                    if (answer == null) {
                        context.next();
                        return;
                    }
                    // A strong tag, so that no coding makes another size of it (AnswerHeaders).
                    context.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                            .putHeader(HttpHeaders.ETAG, "\"constant\"")
                            .end(answer);
                },
                Order.ANSWER);
    }

    private static Buffer text(int size) {
        return Buffer.buffer('"' + "a".repeat(size - QUOTES) + '"');
    }
}
