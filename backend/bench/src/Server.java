package throughline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server, a process of its own on a data folder. */
final class Server {

    static final String HEAP = "-Xmx512m";
    private static final Pattern ADDRESS = Pattern.compile("Throughline {7}(http://\\S+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    final String address;
    final Path folder;
    private final Process process;
    private Path keyFolder;
    private int written;

    private Server(Process process, String address, Path folder) {
        this.process = process;
        this.address = address;
        this.folder = folder;
        this.keyFolder = folder;
    }

    /** A command on the package: the server itself, or {@code load}. */
    static ProcessBuilder command(Path jar, Path folder, String heap, List<String> settings, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap));
        settings.forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-Dthroughline.data-dir=" + folder, "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // What is set for whoever runs the bench is not meant for the package.
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|THROUGHLINE)_.*"));
        return builder;
    }

    /** Starts it, and gives it when it says where it serves. */
    static Server start(Path jar, Path folder, List<String> settings) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(settings);
        all.add("quarkus.http.port=0");
        Files.createDirectories(folder);
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process process =
                command(jar, folder, HEAP, all).redirectOutput(log.toFile()).start();
        Running.atEnd(() -> Running.stop(process));
        long begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < PATIENCE_NANOS) {
            Matcher said = ADDRESS.matcher(Files.readString(log));
            if (said.find()) {
                return new Server(process, said.group(1), folder);
            }
            Thread.sleep(5);
        }
        throw new IOException("The server does not start: " + Files.readString(log));
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Encoding", "gzip");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** What a 200 says, as plain JSON. */
    String read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Writes one record, so that no answer that was kept before is good any more. */
    void write() throws IOException, InterruptedException {
        String body = "{\"phone\":\"202-555-" + (System.nanoTime() / 1_000 + ++written) + "\"}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/api/v1/organizations/" + Registry.id("org", 99)))
                .header("Authorization", "Bearer " + key())
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "*")
                .method("PATCH", BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("A write was refused: " + answer.body());
        }
    }

    /** Of several servers on one database the first has made the key. */
    void useKeyOf(Server other) {
        keyFolder = other.keyFolder;
    }

    String key() throws IOException {
        return Files.readString(keyFolder.resolve("operator.key")).strip();
    }

    /** Its memory in MiB as the system counts it: {@code VmRSS}, or {@code VmHWM} for the most that it ever was. */
    int memory(String counter) throws IOException {
        String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
        Matcher found = Pattern.compile(counter + ":\\s+(\\d+) kB").matcher(status);
        return found.find() ? Integer.parseInt(found.group(1)) >> 10 : 0;
    }

    /** The embedded PostgreSQL, where it runs on one. */
    Postgres embedded() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"));
        String password = Files.readString(folder.resolve("database.password")).strip();
        return new Postgres(Integer.parseInt(lines.get(3).strip()), "postgres", password, "throughline");
    }

    void stop() throws InterruptedException {
        Running.stop(process);
    }
}
