package throughline.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A client that changes nothing of what it gets: the bytes as they came, and all headers but the request's own name. */
record Plain(URI base) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        byte[] unzipped() throws IOException {
            return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Answer answer
                    && status == answer.status
                    && headers.equals(answer.headers)
                    && Arrays.equals(body, answer.body);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(body);
        }

        @Override
        public String toString() {
            return status + " " + headers + " " + body.length + " bytes";
        }
    }

    Answer get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, List<String>> kept = new TreeMap<>();
            response.headers().map().forEach((name, values) -> kept.put(name, new ArrayList<>(values)));
            kept.remove("x-request-id");
            return new Answer(response.statusCode(), kept, response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
