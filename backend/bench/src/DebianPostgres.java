package throughline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of the machine's own programs, as several nodes would share it. */
final class DebianPostgres {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String USER = "bench";

    private DebianPostgres() {}

    /** Makes a cluster with an empty database, and serves it until the bench ends. */
    static Postgres start(Path folder) throws IOException, InterruptedException {
        Running.delete(folder);
        Files.createDirectories(folder);
        boolean root = System.getProperty("user.name").equals("root");
        if (root) {
            Running.program(List.of("chown", "postgres", folder.toString()));
        }
        Path data = folder.resolve("data");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        program(root, "initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        String options = "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories=";
        program(
                root,
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options,
                "start");
        Running.atEnd(() -> program(root, "pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop"));
        Postgres postgres = new Postgres(port, USER, "none", "postgres");
        postgres.sql("create database throughline");
        return postgres.of("throughline");
    }

    private static void program(boolean root, String name, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(root ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(newest().resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("throughline-bench", ".out");
        // Into a file: the server that pg_ctl leaves running would keep a pipe open.
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int exit = process.waitFor();
        String text = Files.readString(said);
        Files.delete(said);
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + text);
        }
    }

    private static Path newest() throws IOException {
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.filter(version -> Files.exists(version.resolve("bin/initdb")))
                    .max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .orElseThrow(() -> new IOException("No PostgreSQL server under " + VERSIONS));
        }
    }
}
