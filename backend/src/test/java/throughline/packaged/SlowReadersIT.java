package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static throughline.packaged.Operator.ORGANIZATIONS;
import static throughline.packaged.Operator.named;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers of pages of four megabytes who take nothing, or little at a time: they cost bounded memory, no connection to the database and no
 * thread, and are let go. {@code -Dthroughline.test.readers=1900} fills a server with them.
 */
class SlowReadersIT {

    private static final int READERS = Integer.getInteger("throughline.test.readers", 30);
    private static final int AT_ONCE = 30;
    private static final int RECORDS = 1_200;
    private static final long MOST_UNTAKEN = 24L << 20;
    private static final long MOST_MORE = 128L << 20;
    private static final int IDLE_SECONDS = 3;

    @TempDir
    static Path folder;

    private static Packaged server;
    private static Operator operator;
    private static String record;
    private static Probes probes;

    @BeforeAll
    static void start() throws Exception {
        String text = "What it does, and for whom. ".repeat(300);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            lines.add("{\"kind\":\"organization\",\"name\":\"Long " + i
                    + "\",\"lifecycle\":\"published\",\"sector\":\"other\","
                    + "\"sources\":[{\"title\":\"A list\"}],\"description\":\"" + i + " " + text + "\"}");
        }
        Path file = Files.write(folder.resolve("long.ndjson"), lines);
        Path data = folder.resolve("data");
        Packaged loading = Packaged.on(data).run("load", file.toString());
        assertThat(loading.exit()).as(loading.said()).isZero();
        server = Packaged.on(data)
                .with("-Xmx512m")
                // What the heap takes is taken before it is measured.
                .with("-Xms512m")
                .with("-XX:+AlwaysPreTouch")
                .with("-Dthroughline.untaken-answers.bytes=" + MOST_UNTAKEN)
                .with("-Dquarkus.http.idle-timeout=" + IDLE_SECONDS + "S")
                .serving();
        operator = new Operator(server, Packaged.key(data));
        record = ORGANIZATIONS + "/"
                + Operator.json(operator.post(ORGANIZATIONS, named("Probed")))
                        .path("id")
                        .asText();
        probes = new Probes(List.of(
                () -> server.get("/q/health/live"),
                () -> server.get(ORGANIZATIONS + "?limit=5&sort=name"),
                () -> operator.patch(record, "*", named("Probed at " + System.nanoTime()))));
        for (int i = 0; i < 20; i++) {
            assertThat(server.get(page(i)).statusCode()).isEqualTo(200);
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** Some four megabytes, others for each number. */
    private static String page(int number) {
        return "/api/v1/changes?include=record&limit=1000&after=" + number % (RECORDS / 2);
    }

    @Test
    void readersOfManyPagesWhoTakeNothingCostBoundedMemoryAndHoldNothing() throws Exception {
        long before = server.resident();
        List<Reader> readers = new ArrayList<>();
        int refused = 0;
        long untaken = 0;
        long more = 0;
        for (int i = 0; i < READERS; i++) {
            Reader reader = new Reader(page(i));
            readers.add(reader);
            refused += reader.status() == 200 ? 0 : 1;
            untaken = Math.max(untaken, metric("throughline_untaken_bytes"));
            more = Math.max(more, server.resident() - before);
            probes.askEachOnce();
        }
        assertThat(metric("agroal_active_count")).as("connections in use").isZero();
        System.out.printf(
                "%d slow readers (%d refused): at most %d MB untaken, %d MB more resident (%d before); let go for room %d;"
                        + " %d probes, median %d ms, 99 of 100 in %d ms%n",
                READERS,
                refused,
                untaken >> 20,
                more >> 20,
                before >> 20,
                letGo("room"),
                probes.asked(),
                probes.percentile(50),
                probes.percentile(99));
        assertThat(untaken).isBetween(1L, MOST_UNTAKEN);
        assertThat(letGo("room")).as("let go for room").isPositive();
        assertThat(more).isLessThan(MOST_MORE);
        probes.assertSoon();
        for (Reader reader : readers) {
            reader.close();
        }
    }

    @Test
    void readersOfOnePageWhoTakeNothingShareItsBytesAndAreLetGo() throws Exception {
        long before = server.resident();
        long gone = letGo("reader");
        long goneForRoom = letGo("room");
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            readers.add(new Reader(page(7)));
        }
        for (Reader reader : readers) {
            assertThat(reader.status()).isEqualTo(200);
        }
        // The first of them made it, as many as make long pages at a time; the others were given what those made.
        assertThat(metric("throughline_untaken_bytes")).isPositive();
        assertThat(server.resident() - before).isLessThan(MOST_MORE);
        long begin = System.currentTimeMillis();
        while (metric("throughline_untaken_bytes") > 0) {
            assertThat(System.currentTimeMillis() - begin).isLessThan(IDLE_SECONDS * 1000 + 2_000 + Probes.SLOWEST);
            probes.askEachOnce();
        }
        assertThat(letGo("reader") - gone).isEqualTo(AT_ONCE);
        assertThat(letGo("room")).as("let go since each had bytes of his own").isEqualTo(goneForRoom);
        for (Reader reader : readers) {
            assertThat(reader.rest(0)).as("an answer that was cut").isLessThan(4 << 20);
            reader.close();
        }
    }

    @Test
    void whoAsksForMuchAtATimeAndTakesNothingCostsNoMoreThanOthers() throws Exception {
        assertThat(server.get(page(7)).statusCode()).isEqualTo(200);
        long before = server.resident();
        try (Reader reader = new Reader(page(7), 300)) {
            assertThat(reader.status()).isEqualTo(200);
            probes.askFor(2_000);
            assertThat(server.resident() - before).isLessThan(MOST_MORE);
        }
    }

    @Test
    void whoTakesALittleAtATimeGetsAllOfItHoweverLongItTakes() throws Exception {
        int whole = server.get(page(3)).body().length();
        try (Reader reader = new Reader(page(3))) {
            long begin = System.currentTimeMillis();
            // So that it takes three times as long as nothing may move.
            int taken = reader.rest(whole / (IDLE_SECONDS * 30));
            assertThat(System.currentTimeMillis() - begin).isGreaterThan(IDLE_SECONDS * 2_000);
            assertThat(taken).isGreaterThanOrEqualTo(whole);
        }
    }

    /** One who asks, and takes no more than he is told to. */
    private static final class Reader implements AutoCloseable {

        private final Socket socket = new Socket();

        Reader(String path) throws Exception {
            this(path, 1);
        }

        Reader(String path, int times) throws Exception {
            // The system takes little for him.
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(
                    "127.0.0.1", URI.create(server.address()).getPort()));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n")
                            .repeat(times)
                            .getBytes(StandardCharsets.US_ASCII));
        }

        int status() throws IOException {
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
        }

        /** Takes what is left, until it ends or nothing comes any more, and tells how much that was. */
        int rest(int aTenthOfASecond) throws Exception {
            socket.setSoTimeout(1_000);
            InputStream in = socket.getInputStream();
            byte[] some = new byte[aTenthOfASecond == 0 ? 1 << 20 : aTenthOfASecond];
            int taken = 0;
            try {
                int read = 0;
                while (read >= 0) {
                    for (int now = 0; now < some.length && read >= 0; now += read) {
                        read = in.read(some, now, some.length - now);
                        taken += Math.max(0, read);
                    }
                    Thread.sleep(aTenthOfASecond == 0 ? 0 : 100);
                }
                return taken;
            } catch (SocketException | SocketTimeoutException ended) {
                return taken;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static long letGo(String why) throws Exception {
        return metric("throughline_connections_let_go_total{why=\"" + why + "\"}");
    }

    private static long metric(String name) throws Exception {
        return server.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
