package throughline.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/**
 * What an answer is good for, whoever asks: the address as it was sent, the representation, and what the reader may see.
 *
 * @param sees empty for the public
 */
record Question(String address, String accept, boolean gzip, String sees) {

    private static final String PUBLIC = "";

    /** Whether it is a plain reading by who names no key. */
    static boolean isPublic(HttpServerRequest request) {
        return request.method() == HttpMethod.GET
                && request.uri().startsWith("/api/")
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !request.headers().contains(HttpHeaders.COOKIE)
                // Some clients say even of a GET that it has no body.
                && List.of("0").containsAll(request.headers().getAll(HttpHeaders.CONTENT_LENGTH))
                && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    static Question ofPublic(HttpServerRequest request) {
        return of(request, PUBLIC);
    }

    /** @param principal who asks, since {@code mine=} is answered for each alone */
    static Question ofPrivate(HttpServerRequest request, String principal) {
        return of(request, principal);
    }

    private static Question of(HttpServerRequest request, String sees) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return new Question(request.uri(), accept == null ? "" : accept, takesGzip(request), sees);
    }

    private static boolean takesGzip(HttpServerRequest request) {
        String codings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (codings == null) {
            return false;
        }
        for (String coding : codings.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.replaceAll("\\s", "").split(";");
            if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
                return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
