package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static throughline.packaged.Operator.ORGANIZATIONS;
import static throughline.packaged.Operator.json;
import static throughline.packaged.Operator.named;
import static throughline.packaged.Operator.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL are one registry: whatever one of them acknowledged, the other's next answer shows. */
class TwoNodesIT {

    /** More of them on a machine that does nothing else: {@code -Dthroughline.test.rounds=1000}. */
    private static final int ROUNDS = Integer.getInteger("throughline.test.rounds", 40);

    private static final int READERS = 6;
    private static final String PUBLISHED = """
            {"name":"Version 1","lifecycle":"published","sector":"other","sources":[{"title":"A list"}],"tags":["%s"]}""";

    @TempDir
    static Path folder;

    private static OwnPostgres postgres;
    private static List<Operator> nodes = List.of();

    @BeforeAll
    static void startBothAtOnce() throws Exception {
        postgres = OwnPostgres.startIn(folder);
        postgres.make("shared");
        List<Packaged> started = atOnce(2, i -> postgres.on("shared", folder.resolve("node" + i))
                .environment("THROUGHLINE_DEMO", "true")
                .serving());
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (Files.exists(folder.resolve("node" + i).resolve("operator.key"))) {
                keys.add(Packaged.key(folder.resolve("node" + i)));
            }
        }
        nodes = started.stream().map(node -> new Operator(node, keys.get(0))).toList();
        assertThat(keys).as("operator's keys").hasSize(1);
    }

    @AfterAll
    static void end() throws Exception {
        nodes.forEach(node -> node.server().close());
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void thatStartAtOnceMigrateOnceAndLoadTheDemoOnce() throws Exception {
        assertThat(postgres.ask(
                        "shared",
                        "select count(*) - count(distinct version), bool_and(success)" + " from flyway_schema_history"))
                .isEqualTo("0|t");
        assertThat(postgres.ask("shared", "select count(*) from change_set where label = 'Loaded the demo registry'"))
                .isEqualTo("1");
        for (Operator node : nodes) {
            assertThat(node.get("/api/v1/me").statusCode()).isEqualTo(200);
            assertThat(node.post(ORGANIZATIONS, named("By the one key")).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void showOnEachWhatWasAcknowledgedByTheOther() throws Exception {
        String mark = "mark-" + UUID.randomUUID();
        HttpResponse<String> made = nodes.get(0).post(ORGANIZATIONS, PUBLISHED.formatted(mark));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        Watched watched =
                new Watched(ORGANIZATIONS + "/" + json(made).path("id").asText(), mark);
        AtomicInteger acknowledged = new AtomicInteger(1);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        List<Future<Integer>> readers = IntStream.range(0, READERS)
                .mapToObj(i -> threads.submit(() -> watched.keepsUp(nodes.get(i % 2), acknowledged, done, i)))
                .toList();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Operator writes = nodes.get(round % 2);
                Operator reads = nodes.get((round + 1) % 2);
                List<String> before = watched.tags(reads);
                int version = acknowledged.get() + 1;
                HttpResponse<String> written = writes.patch(watched.record(), "*", named("Version " + version));
                acknowledged.set(version);
                watched.assertShows(reads, version, before);
                assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
                assertThat(json(reads.get("/api/v1/change-sets?limit=1"))
                                .at("/items/0/id")
                                .asText())
                        .isEqualTo(written.headers().firstValue("Change-Set").orElseThrow());
            }
        } finally {
            done.set(true);
        }
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).as("answers that a reader got").isGreaterThan(ROUNDS);
        }
        threads.shutdown();
    }

    /** A record, and lists that show it; each version of it is named by its number. */
    private record Watched(String record, String mark) {

        List<String> lists() {
            String base = ORGANIZATIONS + "?tags=" + mark;
            return List.of(base, base + "&count=true&facets=sector", base + "&q=version&limit=5");
        }

        /** The tag of each answer, the record's first; asked for once more, so that a node may keep it. */
        List<String> tags(Operator node) throws Exception {
            List<String> tags = new ArrayList<>();
            tags.add(tag(node.server().get(record)));
            for (String list : lists()) {
                node.server().get(list);
                tags.add(tag(node.server().get(list)));
            }
            return tags;
        }

        /** Each of the answers, asked for at once, by its tag of before. */
        void assertShows(Operator node, int version, List<String> before) throws Exception {
            assertShows(node, record, version, before.get(0));
            for (int i = 0; i < lists().size(); i++) {
                assertShows(node, lists().get(i), version, before.get(i + 1));
            }
        }

        private static void assertShows(Operator node, String address, int version, String before) throws Exception {
            HttpResponse<String> answer = node.server().send("GET", address, null, "If-None-Match", before);
            assertThat(answer.statusCode())
                    .as("by the tag of before: " + address)
                    .isEqualTo(200);
            assertThat(version(answer)).as(address).isEqualTo(version);
        }

        /** Reads one of the answers again and again: never less than was acknowledged when it asked. */
        int keepsUp(Operator node, AtomicInteger acknowledged, AtomicBoolean done, int which) throws Exception {
            List<String> all = new ArrayList<>(lists());
            all.add(record);
            String address = all.get(which % all.size());
            String tag = "\"none\"";
            int known = 0;
            int answers = 0;
            while (!done.get()) {
                int least = acknowledged.get();
                HttpResponse<String> answer = node.server().send("GET", address, null, "If-None-Match", tag);
                if (answer.statusCode() == 200) {
                    known = version(answer);
                    tag = tag(answer);
                }
                assertThat(known).as(answer.statusCode() + " " + address).isGreaterThanOrEqualTo(least);
                answers++;
            }
            return answers;
        }

        private static int version(HttpResponse<String> answer) {
            JsonNode body = json(answer);
            String name = body.path("name").asText(body.at("/items/0/name").asText());
            return Integer.parseInt(name.replace("Version ", ""));
        }
    }

    /**
     * The number is raised past both nodes, by the shortest way there is, while others ask them all the time: a node that trusted the number
     * which it read a moment ago would still answer by it.
     */
    @Test
    void answerByNoNumberThatTheyReadBeforeTheyWereAsked() throws Exception {
        String list = ORGANIZATIONS + "?limit=1&sort=name";
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        List<Future<?>> askers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Packaged node = nodes.get(i % 2).server();
            askers.add(threads.submit(() -> {
                while (!done.get()) {
                    node.send("GET", list, null, "If-None-Match", "\"none\"");
                }
                return null;
            }));
        }
        try (Connection connection = postgres.connect("shared");
                Statement statement = connection.createStatement()) {
            for (int round = 0; round < 10 * ROUNDS; round++) {
                Packaged node = nodes.get(round % 2).server();
                String before = tag(node.get(list));
                String[] condition = round % 4 < 2 ? new String[] {"If-None-Match", before} : new String[0];
                statement.executeUpdate("update clock set seq = seq + 1");
                HttpResponse<String> answer = node.send("GET", list, null, condition);
                assertThat(answer.statusCode()).as("round " + round).isEqualTo(200);
                assertThat(tag(answer)).as("round " + round).isNotEqualTo(before);
            }
        } finally {
            done.set(true);
        }
        for (Future<?> asker : askers) {
            asker.get();
        }
        threads.shutdown();
    }

    @Test
    void makeOneRecordOfOneRequestSentTenTimesToBothAtOnce() throws Exception {
        String key = '"' + UUID.randomUUID().toString() + '"';
        List<HttpResponse<String>> answers =
                atOnce(10, i -> nodes.get(i % 2).post(ORGANIZATIONS, named("Sent ten times"), "Idempotency-Key", key));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> json(answer).path("id")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.headers()
                        .firstValue("Idempotency-Replayed")
                        .isEmpty()))
                .hasSize(1);
        assertThat(postgres.ask("shared", "select count(*) from entry where title = 'Sent ten times'"))
                .isEqualTo("1");
    }

    @Test
    void loseNoneOfEightEditorsSaves() throws Exception {
        String record = ORGANIZATIONS + "/"
                + json(nodes.get(0).post(ORGANIZATIONS, named("Edited by eight")))
                        .path("id")
                        .asText();
        List<List<Integer>> statuses = atOnce(8, i -> {
            List<Integer> mine = new ArrayList<>();
            for (int round = 0; round < 10; round++) {
                Operator node = nodes.get((i + round) % 2);
                String tag = tag(node.get(record));
                mine.add(node.patch(record, tag, named("By " + i + " in " + round))
                        .statusCode());
            }
            return mine;
        });
        List<Integer> all = statuses.stream().flatMap(List::stream).toList();
        assertThat(all).containsOnly(200, 412);
        int saved = (int) all.stream().filter(status -> status == 200).count();
        for (Operator node : nodes) {
            assertThat(json(node.get(record)).path("version").asInt()).isEqualTo(1 + saved);
            JsonNode versions = json(node.get(record + "/history?limit=200")).path("items");
            assertThat(IntStream.range(0, versions.size())
                            .mapToObj(i -> versions.get(i).path("version").asInt()))
                    .isEqualTo(IntStream.rangeClosed(0, saved)
                            .mapToObj(i -> 1 + saved - i)
                            .toList());
        }
    }

    /** What one of them does. */
    @FunctionalInterface
    private interface Each<T> {
        T does(int which) throws Exception;
    }

    private static <T> List<T> atOnce(int people, Each<T> each) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        List<Callable<T>> all = IntStream.range(0, people)
                .<Callable<T>>mapToObj(i -> () -> each.does(i))
                .toList();
        List<T> done = new ArrayList<>();
        for (Future<T> one : threads.invokeAll(all)) {
            done.add(one.get());
        }
        threads.shutdown();
        return done;
    }
}
