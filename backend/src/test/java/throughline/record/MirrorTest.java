package throughline.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;
import throughline.registry.json.Json;

/** A mirror that is kept by the feed alone equals the lists, byte for byte, whoever writes meanwhile. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MirrorTest {

    private static final int WRITERS = 16;

    /** {@code -Dthroughline.test.writes=2000} for a long run. */
    private static final int WRITES = Integer.getInteger("throughline.test.writes", 24);

    private final RandomWriter.Known known = new RandomWriter.Known();
    private Client operator;

    @BeforeEach
    void someRecordsThatShowOneAnother() {
        operator = new Client(Api.key());
        RandomWriter writer = new RandomWriter(operator, known, -1);
        for (int i = 0; i < RandomWriter.HOSTS; i++) {
            known.organizations()
                    .add(made("organizations", Json.write(writer.organization().put("lifecycle", "published"))));
        }
        for (int i = 0; i < 24; i++) {
            known.convenings().add(made("convenings", Json.write(writer.convening())));
        }
    }

    private String made(String plural, String body) {
        Client.Answer made = operator.send("POST", plural, body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return Json.read(made.body()).path("id").asText();
    }

    @Test
    void aMirrorThatFollowsSixteenWritersEqualsTheListsOnceItHasCaughtUp() {
        Client reader = new Client(null);
        Mirror ofThePublic = new Mirror(reader, 7);
        Mirror ofWhoSeesDrafts = new Mirror(operator, 40);
        AtomicBoolean written = new AtomicBoolean();
        List<CompletableFuture<Void>> following = Stream.of(ofThePublic, ofWhoSeesDrafts)
                .map(mirror -> CompletableFuture.runAsync(
                        () -> follow(mirror, written), task -> new Thread(task, "mirror").start()))
                .toList();
        List<Map<String, Integer>> done =
                AtOnce.each(WRITERS, writer -> new RandomWriter(operator, known, writer).write(WRITES));
        written.set(true);
        following.forEach(CompletableFuture::join);
        Map<String, Integer> all = new TreeMap<>();
        done.forEach(each -> each.forEach((what, times) -> all.merge(what, times, Integer::sum)));
        assertThat(all.keySet()).as("how writes ended: " + all).noneMatch(what -> what.endsWith(" 500"));
        assertThat(all.keySet())
                .contains("rename 200", "move 200", "delete 204", "restore 200", "undo 200", "batch 200");
        assertEqual(ofThePublic, reader, "published,withdrawn");
        assertEqual(ofWhoSeesDrafts, operator, "draft,published,withdrawn");
        Mirror madeAfterwards = new Mirror(reader, 500);
        madeAfterwards.catchUp();
        assertEqual(madeAfterwards, reader, "published,withdrawn");
        assertThat(ofThePublic.changes()).isGreaterThan(madeAfterwards.changes());
    }

    private static void follow(Mirror mirror, AtomicBoolean written) {
        while (!written.get()) {
            mirror.page();
            pause();
        }
        mirror.catchUp();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void assertEqual(Mirror mirror, Client reader, String lifecycles) {
        Map<String, String> lists = Mirror.lists(reader, lifecycles);
        assertThat(lists).hasSizeGreaterThan(RandomWriter.HOSTS);
        assertThat(mirror.records().keySet()).containsExactlyElementsOf(lists.keySet());
        lists.forEach((id, record) -> assertThat(mirror.records().get(id)).isEqualTo(record));
    }
}
