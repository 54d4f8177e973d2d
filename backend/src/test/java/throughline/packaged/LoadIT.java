package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that loads a file, as an operator types it. */
class LoadIT {

    private static final String PUBLISHED = """
            {"kind":"organization","name":"Three","lifecycle":"published","sector":"other","sources":[{"title":"A list"}]}
            """;

    private static final int MEMORY_MIB = 96;

    @TempDir
    Path folder;

    @Test
    void loadsAFileWithTheMarksOfOtherSystemsAndAPackedOne() throws Exception {
        Path windows = file(
                "windows.ndjson",
                "\uFEFF{\"kind\":\"organization\",\"name\":\"One\"}\r\n\r\n"
                        + "{\"kind\":\"organization\",\"name\":\"Two\"}\r\n");
        Path packed = folder.resolve("packed.ndjson.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(Files.readAllBytes(file("published.ndjson", PUBLISHED)));
        }

        Packaged first = load(windows.toString());
        assertThat(first.exit()).as(first.said()).isZero();
        assertThat(first.said())
                .endsWith("2 records loaded\n")
                .doesNotContain("INFO")
                .doesNotContain("\r");
        Packaged second = load(packed.toString());
        assertThat(second.exit()).as(second.said()).isZero();
        assertThat(second.said()).endsWith("\n1 record loaded\n");

        try (Packaged server = Packaged.on(folder.resolve("data")).serving()) {
            assertThat(server.get("/api/v1/organizations?q=three").body()).contains("\"Three\"");
        }
    }

    @Test
    void loadsNothingOfAFileThatIsRefusedAndSaysWhy() throws Exception {
        Packaged refused = load(file("bad.ndjson", """
                {"kind":"organization","name":"Good"}
                {"kind":"organization","nam":"Bad"}
                """).toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.said())
                .contains("\nline 2: /nam: ", "\nline 2: /name: ")
                .doesNotContain("line 1")
                .endsWith("Nothing was loaded: 2 refusals\n");
    }

    @Test
    void refusesWhatItCannotReadBeforeItStartsAnything() throws Exception {
        load(folder.resolve("none").toString()).assertRefused("There is no file " + folder.resolve("none"));
        load(folder.toString()).assertRefused("is no file that can be read");
        assertThat(load().exit()).isEqualTo(2);
        Packaged help = load("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.said()).startsWith("java -jar quarkus-run.jar load FILE\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void loadsAFileThatIsLargerThanItsMemoryAndTakesItBack() throws Exception {
        Path large = folder.resolve("large.ndjson");
        String note = "What to know about it. ".repeat(850);
        String sources = IntStream.range(0, 20)
                .mapToObj(i -> "{\"title\":\"List " + i + "\",\"note\":\"" + note + "\"}")
                .collect(Collectors.joining(","));
        try (BufferedWriter lines = Files.newBufferedWriter(large)) {
            for (int i = 0; i < 300; i++) {
                lines.write("{\"kind\":\"organization\",\"name\":\"Large\",\"sources\":[" + sources + "]}\n");
            }
        }
        assertThat(Files.size(large)).isGreaterThan((long) MEMORY_MIB << 20);
        Packaged loaded = Packaged.on(folder.resolve("data"))
                .with("-Xmx" + MEMORY_MIB + "m")
                .run("load", large.toString());
        assertThat(loaded.exit()).as(loaded.said()).isZero();
        assertThat(loaded.said()).endsWith("\n300 records loaded\n");

        Path data = folder.resolve("data");
        try (Packaged server = Packaged.on(data).with("-Xmx" + MEMORY_MIB + "m").serving()) {
            String key = Packaged.key(data);
            String sets = server.getAs(key, "/api/v1/change-sets?limit=1").body();
            String set = sets.replaceFirst("(?s).*?\"id\":\"(cs_\\w+)\".*", "$1");
            HttpResponse<String> undone =
                    server.send("POST", "/api/v1/change-sets/" + set + "/undo", null, "Authorization", "Bearer " + key);
            assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
            assertThat(server.getAs(key, "/api/v1/organizations?count=true").body())
                    .contains("\"total\":0");
        }
    }

    @Test
    void leavesNothingBehindWhereItIsKilledAndTakesTheSameFileAgain() throws Exception {
        Path file = folder.resolve("many.ndjson");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 3_000; i++) {
                lines.write(
                        "{\"kind\":\"organization\",\"id\":\"org_01m880120ze4dbbedrdp%06d\",\"name\":\"One of many\"}\n"
                                .formatted(i));
            }
        }
        Packaged killed = load(file.toString());
        killed.untilItSays("(?s).*Writing: [1-9].*");
        killed.kill();
        assertThat(killed.said()).doesNotContain("loaded");

        // The same ids: were one of them there, it would be refused.
        Packaged again = load(file.toString());
        assertThat(again.exit()).as(again.said()).isZero();
        assertThat(again.said()).endsWith("\n3,000 records loaded\n");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Packaged load(String... file) {
        String[] arguments = new String[file.length + 1];
        arguments[0] = "load";
        System.arraycopy(file, 0, arguments, 1, file.length);
        return Packaged.on(folder.resolve("data")).run(arguments);
    }
}
