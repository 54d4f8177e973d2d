package throughline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.record.Api;

/** What is sent slowly, broken or far too large holds nobody else up, and is told so. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WireTest {

    private static final String POST =
            "POST /api/v1/organizations HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nConnection: close\r\n";

    private static String key() throws IOException {
        return "Authorization: Bearer " + Api.key() + "\r\n";
    }

    @Test
    void fiveHundredWhoSendAByteASecondHoldNobodyUpAndAreLetGo() throws Exception {
        List<SocketChannel> slow = new ArrayList<>();
        byte[] head = (POST + "Content-Length: 1000\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 500; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", RestAssured.port));
            channel.write(ByteBuffer.wrap(head));
            channel.configureBlocking(false);
            slow.add(channel);
        }
        Instant begin = Instant.now();
        while (!slow.isEmpty() && Duration.between(begin, Instant.now()).toSeconds() < 20) {
            Instant asked = Instant.now();
            given().get("/api/v1/organizations?limit=1").then().statusCode(200);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
            slow.removeIf(WireTest::isClosed);
            Thread.sleep(1000);
        }
        assertThat(slow).isEmpty();
        assertThat(Duration.between(begin, Instant.now()).toSeconds()).isBetween(8L, 14L);
    }

    private static boolean isClosed(SocketChannel channel) {
        try {
            channel.write(ByteBuffer.wrap(new byte[] {' '}));
            return channel.read(ByteBuffer.allocate(100)) < 0;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void anEmptyBodyIsRefusedAtOnceHoweverItIsSent() throws IOException {
        for (String framing :
                List.of("Content-Length: 0\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "\r\n")) {
            Instant asked = Instant.now();
            try (Wire wire = new Wire(RestAssured.port)) {
                assertThat(wire.send(POST + key() + framing).answer(800))
                        .startsWith("HTTP/1.1 400")
                        .contains("malformed-body");
            }
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        try (Wire wire = new Wire(RestAssured.port)) {
            assertThat(wire.send(POST + key() + "Content-Length: 11000000\r\n\r\n{")
                            .answer(10_000))
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("connection: close")
                    .contains("/problems/too-large");
        }
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.send(POST + key() + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
            for (int i = 0; i < 17; i++) {
                wire.send(chunk);
            }
            assertThat(wire.answer(10_000)).startsWith("HTTP/1.1 413").contains("/problems/too-large");
        }
    }

    @Test
    void aBodyThatDoesNotSayWhatItIsIsRefused() throws IOException {
        try (Wire wire = new Wire(RestAssured.port)) {
            String untyped = POST.replace("Content-Type: application/json\r\n", "");
            assertThat(wire.send(untyped + key() + "Content-Length: 12\r\n\r\n{\"name\":\"x\"}")
                            .answer(2000))
                    .startsWith("HTTP/1.1 415")
                    .contains("/problems/unsupported-media-type");
        }
    }

    @Test
    void aBodyInManyPiecesIsReadWhole() throws Exception {
        String body = "{\"name\":\"Sent in pieces\"}";
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.send(POST + key() + "Content-Length: " + body.length() + "\r\n\r\n");
            for (char letter : body.toCharArray()) {
                wire.send(String.valueOf(letter));
                Thread.sleep(5);
            }
            assertThat(wire.answer(10_000)).startsWith("HTTP/1.1 201").contains("Sent in pieces");
        }
    }

    @Test
    void addressesAndHeadersThatNoServerShouldTakeAreRefused() throws IOException {
        assertThat(asked("GET /api/v1/organizations?q=" + "a".repeat(9_000), ""))
                .startsWith("HTTP/1.1 414")
                .contains("/problems/uri-too-long");
        assertThat(asked("GET /api/v1", "X: " + "a".repeat(21_000) + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("/problems/headers-too-large");
        assertThat(asked("GET /api/v1/%ZZ", "")).startsWith("HTTP/1.1 400");
        // By far too much is cut off before it is understood.
        assertThat(asked("GET /api/v1?q=" + "a".repeat(40_000), "")).contains(" 414 ");
        assertThat(asked("GET /api/v1", "X: " + "a".repeat(90_000) + "\r\n")).startsWith("HTTP/1.1 431");
        assertThat(asked("TRACE /api/v1", "")).startsWith("HTTP/1.1 405");
    }

    @Test
    void noSpellingOfAnAddressLetsAStrangerWrite() throws IOException {
        for (String address : List.of(
                "/api/v1/organizations",
                "//api/v1/organizations",
                "/api//v1/organizations",
                "/api/v1/organizations/",
                "/api/v1/organizations;x=1",
                "/api;x/v1/organizations",
                "/api/v1/%6frganizations",
                "/api/v1/organizations%3Bx",
                "/api/v1%2Forganizations",
                "/api/v1%5Corganizations",
                "/api/v1/./organizations",
                "/api/v1/x/../organizations",
                "/q/../api/v1/organizations",
                "/api/v1/organizations?_method=GET",
                "/API/V1/organizations")) {
            String body = "{\"name\":\"A stranger's\"}";
            try (Wire wire = new Wire(RestAssured.port)) {
                String answer = wire.send(
                                "POST " + address + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                                        + "X-HTTP-Method-Override: GET\r\nContent-Length: " + body.length()
                                        + "\r\nConnection: close\r\n\r\n" + body)
                        .answer(400);
                assertThat(answer).as(address).containsPattern("^HTTP/1.1 (400|401|404|405|415)");
            }
        }
    }

    private static String asked(String request, String header) throws IOException {
        try (Wire wire = new Wire(RestAssured.port)) {
            return wire.send(request + " HTTP/1.1\r\nHost: here\r\n" + header + "Connection: close\r\n\r\n")
                    .answer(4_000);
        }
    }

    @Test
    void whoAsksWhetherHisBodyIsWantedIsToldBeforeHeSendsIt() throws IOException {
        try (Wire wire = new Wire(RestAssured.port)) {
            wire.send("POST /api/v1/organizations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + Api.key() + "\r\nExpect: 100-continue\r\nContent-Length: 12\r\n\r\n");
            assertThat(wire.answer(21)).startsWith("HTTP/1.1 100 Continue");
        }
    }
}
