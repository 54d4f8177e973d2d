package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever operates the server has of it while it runs: its log, and its figures. */
class OperatingIT {

    @TempDir
    static Path folder;

    private static Packaged server;

    @BeforeAll
    static void start() throws Exception {
        server = Packaged.on(folder.resolve("data"))
                .with("-Dquarkus.http.host=0.0.0.0")
                .with("-Dquarkus.http.access-log.enabled=true")
                .with("-Dquarkus.http.access-log.pattern=%{i,X-Said} %q %s")
                .serving();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static int port() throws Exception {
        return URI.create(server.address()).getPort();
    }

    /** What is answered to these bytes. */
    private static String answer(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The events of the log; beside them it says where it serves, to people. */
    private static List<JsonNode> events() throws IOException {
        return server.said()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("  "))
                .map(OperatingIT::event)
                .toList();
    }

    private static JsonNode event(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("No event: " + line, broken);
        }
    }

    @Test
    void eachEventIsOneLineWithTheRequestThatItBelongsToWhateverWasSent() throws Exception {
        String answer =
                answer("GET /api/v1/organizations?q=%0D%0A%1B%5B31mINFO%20forged&limit=none HTTP/1.1\r\nHost: x\r\n"
                        + "X-Said: heard \u0085\t\"quoted\" {\"level\":\"INFO\"}\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        String requestId = answer.replaceAll("(?s).*\r\n[Xx]-[Rr]equest-[Ii]d: ([^\r]+)\r\n.*", "$1");
        Optional<JsonNode> told = Optional.empty();
        for (int tenths = 0; tenths < 50 && told.isEmpty(); tenths++) {
            Thread.sleep(100);
            told = events().stream()
                    .filter(event -> event.path("message").asText().contains("heard"))
                    .findFirst();
        }
        assertThat(told).as(server.said()).isPresent();
        assertThat(told.get().at("/mdc/requestId").asText()).isEqualTo(requestId);
        assertThat(told.get().path("level").asText()).isEqualTo("INFO");
        assertThat(told.get().path("message").asText()).contains("\t\"quoted\" {\"level\":\"INFO\"}", "400");
        assertThat(events()).allMatch(event -> event.hasNonNull("timestamp") && event.hasNonNull("level"));
    }

    @Test
    void whatWouldColourALogIsNoHeader() throws Exception {
        assertThat(answer("GET /api/v1 HTTP/1.1\r\nHost: x\r\nX-Said: painted \u001b[31m\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(server.said()).doesNotContain("\u001b");
    }

    @Test
    void whereItServesIsSaidToPeopleInPlainWords() throws Exception {
        assertThat(server.said()).containsPattern("\n  Throughline +http://localhost:\\d+\n");
    }

    @Test
    void theFiguresAreForThisMachineAndForTheOperatorsKey() throws Exception {
        assertThat(server.get("/q/metrics").statusCode()).isEqualTo(200);
        Optional<InetAddress> elsewhere = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address instanceof java.net.Inet4Address)
                .findFirst();
        assumeTrue(elsewhere.isPresent(), "Skipped: this machine has no address but its own");
        String address = "http://" + elsewhere.get().getHostAddress() + ":" + port() + "/q/metrics";
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        HttpResponse<String> refused = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("/problems/unauthenticated").doesNotContain("throughline_");
        HttpRequest withKey = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + Packaged.key(folder.resolve("data")))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(withKey, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("throughline_http_requests_seconds_count");
    }
}
