package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package as an operator runs it: a process with its own data folder, and on any free port. */
final class Packaged implements AutoCloseable {

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("Throughline {7}(http://\\S+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path output;

    private Packaged(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What is started: with which settings, from where, as whom. */
    static final class Start {

        private final List<String> prefix = new ArrayList<>();
        private final List<String> options = new ArrayList<>(List.of("-Dquarkus.http.port=0"));
        private final ProcessBuilder builder = new ProcessBuilder();

        private Start() {
            // What is set for whoever runs the tests is not meant for the package.
            builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|THROUGHLINE)_.*"));
        }

        Start with(String option) {
            options.add(option);
            return this;
        }

        Start environment(String name, String value) {
            builder.environment().put(name, value);
            return this;
        }

        Start from(Path workingFolder) {
            builder.directory(workingFolder.toFile());
            return this;
        }

        Start as(String... command) {
            prefix.addAll(List.of(command));
            return this;
        }

        Packaged run(String... arguments) {
            List<String> command = new ArrayList<>(prefix);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-jar", JAR.toString()));
            command.addAll(List.of(arguments));
            try {
                Path output = Files.createTempFile("throughline", ".out");
                return new Packaged(
                        builder.command(command)
                                .redirectErrorStream(true)
                                .redirectOutput(output.toFile())
                                .start(),
                        output);
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        /** Runs it until it serves. */
        Packaged serving() throws Exception {
            Packaged packaged = run();
            packaged.address();
            assertThat(packaged.get("/q/health/ready").statusCode()).isEqualTo(200);
            return packaged;
        }
    }

    static Start on(Path dataFolder) {
        return new Start().environment("THROUGHLINE_DATA_DIR", dataFolder.toString());
    }

    /** With nothing said of a data folder. */
    static Start atHome(Path home) {
        return new Start().environment("HOME", home.toString());
    }

    /** Where it says that it serves. */
    String address() throws Exception {
        for (int tenths = 0; tenths < PATIENCE_SECONDS * 10; tenths++) {
            Matcher said = ADDRESS.matcher(said());
            if (said.find()) {
                return said.group(1);
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("It does not serve: " + said());
    }

    /** Waits for what it says, a regular expression for all of that. */
    void untilItSays(String words) throws Exception {
        for (int hundredths = 0; !said().matches(words); hundredths++) {
            assertThat(hundredths).as(said()).isLessThan(PATIENCE_SECONDS * 100);
            Thread.sleep(10);
        }
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    /** How it ended by itself. */
    int exit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        return process.exitValue();
    }

    /** Refused in one line, with the exit code of a failure. */
    void assertRefused(String... why) throws Exception {
        assertThat(exit()).as(said()).isEqualTo(1);
        assertThat(said().strip()).contains(why).doesNotContain("\n");
    }

    /** Asks it to end, as an operator's system does, and waits for nothing. */
    void end() {
        process.destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks for what is at a path, however that is built upon. */
    HttpRequest.Builder request(String path) throws Exception {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    /** @param headers names and values in turn */
    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> getAs(String key, String path) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + key));
    }

    /** Makes an organization with the key that lies in the folder. */
    HttpResponse<String> post(String key, String name) throws Exception {
        return send(making(key, name));
    }

    HttpRequest.Builder making(String key, String name) throws Exception {
        return request("/api/v1/organizations")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\"}"));
    }

    /** Asks again and again until it answers so, and tells how long that took. */
    Duration until(String path, int status) throws Exception {
        long begin = System.nanoTime();
        while (get(path).statusCode() != status) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("%s answers %s: %s", path, status, said())
                    .isLessThan(Duration.ofSeconds(PATIENCE_SECONDS));
            Thread.sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Bytes of memory that its process takes. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    static String key(Path dataFolder) throws IOException {
        return Files.readString(dataFolder.resolve("operator.key")).strip();
    }

    /** Ends it as an operator's system does. */
    @Override
    public void close() {
        process.destroy();
        try {
            exit();
            Files.delete(output);
        } catch (InterruptedException | IOException refused) {
            throw new AssertionError(refused);
        }
    }
}
