package throughline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Optional;
import throughline.registry.problem.ProblemType;

/** The pages that a problem's {@code type} leads to: what it means, and what to do. */
class ProblemPages {

    private static final String FOLDER = "/problems/";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en-US">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · Throughline</title>
                <link rel="stylesheet" href="/swagger/plain.css">
              </head>
              <body>
                <main>
                  <p><a href="/">Throughline</a> · <a href="/q/swagger-ui">API</a></p>
                  <h1>%2$s</h1>
                  <p><code>%1$s</code>, status %3$d</p>
                  <p>%4$s</p>
                </main>
              </body>
            </html>
            """;

    void install(@Observes Filters filters) {
        filters.register(ProblemPages::answer, Order.ADDRESS);
    }

    private static void answer(RoutingContext context) {
        String path = context.request().path();
        Optional<ProblemType> type =
                path.startsWith(FOLDER) ? named(path.substring(FOLDER.length())) : Optional.empty();
        if (type.isEmpty()) {
            context.next();
            return;
        }
        context.response()
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .end(PAGE.formatted(
                        type.get().slug(),
                        type.get().title(),
                        type.get().status(),
                        type.get().advice()));
    }

    private static Optional<ProblemType> named(String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst();
    }
}
