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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was saved while eight wrote is one moment of the registry, and is served again under a new epoch. */
class BackupIT {

    private static final String LIST = ORGANIZATIONS + "?limit=3&sort=name";
    private static final int WRITERS = 8;

    @TempDir
    static Path folder;

    /** A write as its answer told it. */
    private record Written(String id, int version, long seq) {

        static Written of(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            JsonNode record = json(answer);
            return new Written(
                    record.path("id").asText(),
                    record.path("version").asInt(),
                    record.path("seq").asLong());
        }
    }

    private static HttpResponse<String> made;
    private static HttpResponse<String> changed;
    private static HttpResponse<String> list;
    private static HttpResponse<String> history;
    private static HttpResponse<String> changeSet;
    private static List<Written> acknowledged;
    private static long moment;
    private static Operator restored;
    private static JsonNode registry;
    private static String oldKey;

    @BeforeAll
    static void saveAndRestore() throws Exception {
        Path file = folder.resolve("busy.backup");
        Packaged.Start saved = Packaged.on(folder.resolve("data"));
        try (Packaged server = saved.environment("THROUGHLINE_DEMO", "true").serving()) {
            oldKey = Packaged.key(folder.resolve("data"));
            Operator operator = new Operator(server, oldKey);
            made = operator.post(ORGANIZATIONS, named("As it was"), "Idempotency-Key", "\"once\"");
            changed = operator.patch(address(), "*", named("As it is"));
            list = server.get(LIST);
            history = operator.get(address() + "/history");
            changeSet = operator.get("/api/v1/change-sets/"
                    + changed.headers().firstValue("Change-Set").orElseThrow());
            acknowledged = whileOthersWrite(operator, () -> BackupFiles.backup(saved, file));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        moment = BackupFiles.manifest(file).path("seq").asLong();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("operator.key"), "of another database");
        BackupFiles.restore(Packaged.on(elsewhere), file);
        assertThat(elsewhere.resolve("operator.key.old")).hasContent("of another database");
        restored = new Operator(Packaged.on(elsewhere).serving(), Packaged.key(elsewhere));
        // Before any of the tests writes.
        registry = json(restored.get("/api/v1"));
    }

    @AfterAll
    static void end() {
        if (restored != null) {
            restored.server().close();
        }
    }

    private static String address() {
        return ORGANIZATIONS + "/" + json(made).path("id").asText();
    }

    @Test
    void holdsWhatWasWrittenUntilItsMomentAndNothingAfterIt() throws Exception {
        assertThat(acknowledged.stream().mapToLong(Written::seq)).anyMatch(seq -> seq <= moment);
        assertThat(acknowledged.stream().mapToLong(Written::seq)).anyMatch(seq -> seq > moment);
        for (String id : acknowledged.stream().map(Written::id).distinct().toList()) {
            int versions = (int) acknowledged.stream()
                    .filter(written -> written.id().equals(id) && written.seq() <= moment)
                    .count();
            HttpResponse<String> found = restored.get(ORGANIZATIONS + "/" + id);
            assertThat(found.statusCode()).isEqualTo(versions == 0 ? 404 : 200);
            assertThat(json(found).path("version").asInt()).isEqualTo(versions);
            if (versions > 0) {
                JsonNode newest = json(restored.get(ORGANIZATIONS + "/" + id + "/history"));
                assertThat(newest.at("/items/0/version").asInt()).isEqualTo(versions);
            }
        }
    }

    @Test
    void keepsRecordsTheirTagsTheirHistoryAndTheirChangeSets() throws Exception {
        HttpResponse<String> found = restored.get(address());
        assertThat(found.body()).isEqualTo(changed.body());
        assertThat(tag(found)).isEqualTo(tag(changed));
        assertThat(restored.get(address(), "If-None-Match", tag(changed)).statusCode())
                .isEqualTo(304);
        assertThat(restored.get(address() + "/history").body()).isEqualTo(history.body());
        String set = "/api/v1/change-sets/" + json(changeSet).path("id").asText();
        assertThat(restored.get(set).body()).isEqualTo(changeSet.body());
    }

    @Test
    void isReadUnderItsNumberInANewEpoch() throws Exception {
        assertThat(registry.path("seq").asLong()).isEqualTo(moment);
        assertThat(tag(list)).doesNotContain(registry.path("epoch").asText());
        HttpResponse<String> again = restored.server().send("GET", LIST, null, "If-None-Match", tag(list));
        assertThat(again.statusCode()).as("a list, by its tag of before").isEqualTo(200);
        assertThat(json(again).path("items")).isEqualTo(json(list).path("items"));
        HttpResponse<String> walked =
                restored.server().get(json(list).at("/page/next").asText());
        assertThat(walked.statusCode()).isEqualTo(400);
        assertThat(walked.body()).contains("/problems/invalid-cursor");
    }

    @Test
    void opensToANewKeyAloneAndAnswersARetryOfBefore() throws Exception {
        assertThat(restored.server().post(oldKey, "By the old key").statusCode())
                .isEqualTo(401);
        HttpResponse<String> again = restored.post(ORGANIZATIONS, named("As it was"), "Idempotency-Key", "\"once\"");
        assertThat(json(again).path("id")).isEqualTo(json(made).path("id"));
    }

    @Test
    void isWrittenOnFromWhereItStood() throws Exception {
        // By others, since the first one is compared with what it was.
        Written record = acknowledged.stream()
                .filter(written -> written.version() == 1 && written.seq() <= moment)
                .findFirst()
                .orElseThrow();
        String address = ORGANIZATIONS + "/" + record.id();
        String before = tag(restored.get(address));
        HttpResponse<String> patched = restored.patch(address, before, "{\"city\":\"Here\"}");
        assertThat(Written.of(patched).seq()).isGreaterThan(moment);
        assertThat(restored.patch(address, before, "{\"city\":\"There\"}").statusCode())
                .isEqualTo(412);
        String set = patched.headers().firstValue("Change-Set").orElseThrow();
        assertThat(restored.post("/api/v1/change-sets/" + set + "/undo", "").statusCode())
                .isEqualTo(200);
        assertThat(json(restored.get(address)).path("city").isNull()).isTrue();
    }

    /** Eight write, each a record of its own, until the work is done and each has written once more after it. */
    private static List<Written> whileOthersWrite(Operator operator, Work work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<List<Written>>> writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> threads.submit(() -> writeUntil(done, operator, "Writer " + i)))
                .toList();
        try {
            Thread.sleep(500);
            work.run();
        } finally {
            done.set(true);
        }
        List<Written> all = new ArrayList<>();
        for (Future<List<Written>> writer : writers) {
            all.addAll(writer.get());
        }
        threads.shutdown();
        return all;
    }

    private static List<Written> writeUntil(AtomicBoolean done, Operator operator, String name) throws Exception {
        List<Written> written = new ArrayList<>();
        written.add(Written.of(operator.post(ORGANIZATIONS, named(name))));
        String address = ORGANIZATIONS + "/" + written.get(0).id();
        for (boolean last = false; !last; ) {
            last = done.get();
            written.add(Written.of(operator.patch(address, "*", named(name + " " + written.size()))));
        }
        return written;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
