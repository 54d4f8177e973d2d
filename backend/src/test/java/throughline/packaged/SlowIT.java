package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static throughline.packaged.Operator.ORGANIZATIONS;
import static throughline.packaged.Operator.named;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Senders of one byte a second hold nobody else up, are let go, and what they sent is bounded. */
class SlowIT {

    /** Milliseconds after which a slow sender is let go: ten seconds, and what is promised beyond them. */
    private static final long LONGEST = 10_250 + Probes.SLOWEST;

    private static final String POST =
            "POST /api/v1/organizations HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n";

    @TempDir
    static Path folder;

    private static Packaged server;
    private static Operator operator;
    private static String record;

    @BeforeAll
    static void start() throws Exception {
        server = Packaged.on(folder)
                .environment("THROUGHLINE_DEMO", "true")
                .with("-Xmx256m")
                .serving();
        operator = new Operator(server, Packaged.key(folder));
        record = ORGANIZATIONS + "/"
                + Operator.json(operator.post(ORGANIZATIONS, named("Probed")))
                        .path("id")
                        .asText();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void fiveHundredSlowBodiesAndAThousandSlowHeadsHoldNobodyUpAndAreLetGo() throws Exception {
        List<SocketChannel> bodies = connect(
                500, POST + "Authorization: Bearer " + Packaged.key(folder) + "\r\nContent-Length: 1000\r\n\r\n");
        List<SocketChannel> heads = connect(1000, POST + "X-Slow: ");
        long begin = System.currentTimeMillis();
        Thread trickle = new Thread(() -> trickle(begin + LONGEST, bodies, heads));
        trickle.start();
        Probes probes = new Probes(List.of(
                () -> server.get("/q/health/live"),
                () -> operator.get(record),
                () -> server.get(ORGANIZATIONS + "?limit=5"),
                () -> operator.patch(record, "*", named("Probed at " + System.nanoTime()))));
        while (trickle.isAlive()) {
            probes.askFor(100);
        }
        System.out.printf(
                "Slow senders: gone after %d ms; %d probes, median %d ms, 99 of 100 in %d ms%n",
                System.currentTimeMillis() - begin, probes.asked(), probes.percentile(50), probes.percentile(99));
        assertThat(bodies).as("slow bodies that are still read").isEmpty();
        assertThat(heads).as("slow heads that are still waited for").isEmpty();
        probes.assertSoon();
    }

    private static List<SocketChannel> connect(int many, String begin) throws Exception {
        int port = URI.create(server.address()).getPort();
        List<SocketChannel> channels = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.write(ByteBuffer.wrap(begin.getBytes(StandardCharsets.ISO_8859_1)));
            channel.configureBlocking(false);
            channels.add(channel);
        }
        return channels;
    }

    /** One byte a second, until they are all let go. */
    private static void trickle(long until, List<SocketChannel> bodies, List<SocketChannel> heads) {
        try {
            while (System.currentTimeMillis() < until && bodies.size() + heads.size() > 0) {
                Thread.sleep(Math.min(1000, Math.max(1, until - System.currentTimeMillis())));
                bodies.removeIf(SlowIT::isClosed);
                heads.removeIf(SlowIT::isClosed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isClosed(SocketChannel channel) {
        try {
            channel.write(ByteBuffer.wrap(new byte[] {' '}));
            return channel.read(ByteBuffer.allocate(4096)) < 0;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void fiftyBodiesThatAreTooLargeAreRefusedAndKeptNowhere() throws Exception {
        byte[] large = (" ".repeat(10 << 20) + "{}").getBytes(StandardCharsets.ISO_8859_1);
        for (boolean chunked : new boolean[] {false, true}) {
            List<Thread> senders = new ArrayList<>();
            List<String> answers = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 50; i++) {
                Thread sender = new Thread(() -> answers.add(sent(large, chunked)));
                senders.add(sender);
                sender.start();
            }
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(answers)
                    .hasSize(50)
                    .allMatch(answer -> answer.startsWith("HTTP/1.1 413") || answer.startsWith("HTTP/1.1 503"));
            assertThat(answers).anyMatch(answer -> answer.contains("/problems/too-large"));
        }
        assertThat(operator.get(record).statusCode()).isEqualTo(200);
    }

    private static String sent(byte[] body, boolean chunked) {
        try (Socket socket =
                new Socket("127.0.0.1", URI.create(server.address()).getPort())) {
            socket.setSoTimeout(15_000);
            String head = POST + "Authorization: Bearer " + Packaged.key(folder) + "\r\n"
                    + (chunked
                            ? "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n"
                            : "Content-Length: " + body.length + "\r\n\r\n");
            try {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(body);
            } catch (IOException refused) {
                // The answer says why.
            }
            return new String(socket.getInputStream().readNBytes(900), StandardCharsets.ISO_8859_1);
        } catch (Exception broken) {
            return broken.toString();
        }
    }
}
