package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static throughline.packaged.Operator.ORGANIZATIONS;
import static throughline.packaged.Operator.json;
import static throughline.packaged.Operator.named;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked to end finishes what it began, and begins nothing more. */
class StopIT {

    private static final int WRITERS = 8;
    private static final long LONGEST_MS = 25_000;

    @TempDir
    static Path folder;

    /** What became of the requests of one who writes until nobody listens. */
    private record Outcome(int made, int refused, int unanswered, List<String> cut) {}

    @Test
    void endsUnderLoadWithoutCuttingOrLosingAWrite() throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        try (Packaged server = Packaged.on(folder).serving()) {
            int port = URI.create(server.address()).getPort();
            String key = Packaged.key(folder);
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
            List<Future<Outcome>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(i -> threads.submit(() -> writeUntilNobodyListens(port, key)))
                    .toList();
            Thread.sleep(3000);
            long asked = System.nanoTime();
            server.end();
            assertThat(server.exit()).isIn(0, 143);
            assertThat((System.nanoTime() - asked) / 1_000_000)
                    .as("milliseconds to its end")
                    .isLessThan(LONGEST_MS);
            for (Future<Outcome> writer : writers) {
                outcomes.add(writer.get());
            }
            threads.shutdown();
        }
        assertThat(outcomes).flatExtracting(Outcome::cut).isEmpty();
        int made = outcomes.stream().mapToInt(Outcome::made).sum();
        assertThat(made).isGreaterThan(WRITERS);
        try (Packaged again = Packaged.on(folder).serving()) {
            // Whoever was not answered was not served: what was made is what was acknowledged, no less and no more.
            Operator operator = new Operator(again, Packaged.key(folder));
            assertThat(json(operator.get(ORGANIZATIONS + "?lifecycle=draft&count=true&limit=1"))
                            .at("/page/total")
                            .asInt())
                    .as(outcomes.toString())
                    .isEqualTo(made);
        }
    }

    /** Each request on a connection of its own. */
    private static Outcome writeUntilNobodyListens(int port, String key) {
        String body = named("Made before the end");
        byte[] request = ("POST " + ORGANIZATIONS
                        + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + key + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
        int made = 0;
        int refused = 0;
        int unanswered = 0;
        List<String> cut = new ArrayList<>();
        while (true) {
            String answer = "";
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream().write(request);
                answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (ConnectException nobody) {
                return new Outcome(made, refused, unanswered, cut);
            } catch (IOException reset) {
                // Counted as what it is: no answer.
            }
            if (answer.isEmpty()) {
                unanswered++;
            } else if (!isWhole(answer)) {
                cut.add(answer);
            } else if (answer.startsWith("HTTP/1.1 201")) {
                made++;
            } else {
                refused++;
            }
        }
    }

    private static boolean isWhole(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String length = answer.replaceFirst("(?is).*?\ncontent-length: (\\d+)\r.*", "$1");
        return end > 0
                && (!length.matches("\\d+")
                        || answer.substring(end + 4).getBytes(StandardCharsets.UTF_8).length
                                == Integer.parseInt(length));
    }
}
