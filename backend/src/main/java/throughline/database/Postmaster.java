package throughline.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's server process over one data folder. */
final class Postmaster {

    private static final int ATTEMPTS = 3;
    // Long, since what a crash left unfinished is done first.
    private static final String SECONDS_TO_START = "600";
    private static final String SECONDS_TO_STOP = "120";

    private final Path data;
    private final Path log;
    private final Path pidFile;
    private final Path programs;
    private final Account account;
    private final ServerProcesses processes;
    private volatile ProcessHandle started;

    Postmaster(Path data, Path programs, Account account) {
        this.data = data;
        this.log = data.resolveSibling("log");
        this.pidFile = data.resolve("postmaster.pid");
        this.programs = programs;
        this.account = account;
        this.processes = new ServerProcesses(data);
    }

    /** Ends what outlived a killed Throughline or its own server, and forgets what is no more. */
    void endLeftover() throws IOException {
        if (leftover().isPresent()) {
            stop();
        }
        processes.end();
        // The number may belong to another program by now, and PostgreSQL would wait for that one to end.
        Files.deleteIfExists(pidFile);
    }

    /** Whether the server that was started last is there. */
    boolean runs() {
        return processes.has(started);
    }

    private Optional<ProcessHandle> leftover() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        String number = lines.isEmpty() ? "" : lines.get(0).strip();
        return number.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(number)).filter(processes::has)
                : Optional.empty();
    }

    /** @return the port at which it listens */
    int start() throws IOException {
        // Another program may take the free port between our look and the server's.
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                startAt(port);
                return port;
            } catch (IOException refused) {
                if (attempt == ATTEMPTS) {
                    throw new CannotStartException(
                            "PostgreSQL does not start: " + complaint(refused) + " (see " + log + ")");
                }
            }
        }
    }

    void startAt(int port) throws IOException {
        account.run(control("-l", log.toString(), "-w", "-t", SECONDS_TO_START, "-o", options(port), "start"));
        started = leftover().orElseThrow(() -> new IOException("It has ended again."));
    }

    void stop() throws IOException {
        if (leftover().isPresent()) {
            try {
                account.run(control("-m", "fast", "-w", "-t", SECONDS_TO_STOP, "stop"));
            } catch (IOException refused) {
                // It may have ended of something else meanwhile.
                if (leftover().isPresent()) {
                    throw refused;
                }
            }
        }
    }

    /** Its own last word on why it did not start. */
    String complaint(IOException refused) {
        try {
            return lastWord().orElse(refused.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        } catch (IOException unreadable) {
            return refused.getMessage();
        }
    }

    private Optional<String> lastWord() throws IOException {
        if (!Files.isReadable(log)) {
            return Optional.empty();
        }
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .map(line -> line.replaceFirst("^.*(FATAL|PANIC):\\s*", ""))
                .reduce((earlier, later) -> later);
    }

    private List<String> control(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("bin/pg_ctl").toString(), "-D", data.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String options(int port) {
        return "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories='' -c fsync=on"
                + " -c synchronous_commit=on -c full_page_writes=on -c shared_buffers=128MB -c max_connections=60";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
