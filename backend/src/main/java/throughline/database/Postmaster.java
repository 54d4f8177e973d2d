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

    Postmaster(Path data, Path programs, Account account) {
        this.data = data;
        this.log = data.resolveSibling("log");
        this.pidFile = data.resolve("postmaster.pid");
        this.programs = programs;
        this.account = account;
    }

    /** Ends the server that outlived a killed Throughline, and forgets one that is no more. */
    void endLeftover() throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        if (leftover().isPresent()) {
            stop();
        }
        // The number may belong to another program by now, and PostgreSQL would wait for that one to end.
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> leftover() throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        String number = lines.isEmpty() ? "" : lines.get(0).strip();
        return number.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(number)).filter(this::servesOurs)
                : Optional.empty();
    }

    private boolean servesOurs(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", String.valueOf(process.pid()), "cwd"), data);
        } catch (IOException anothers) {
            return false;
        }
    }

    /** @return the port at which it listens */
    int start() throws IOException {
        // Another program may take the free port between our look and the server's.
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                account.run(control("-l", log.toString(), "-w", "-t", SECONDS_TO_START, "-o", options(port), "start"));
                return port;
            } catch (IOException refused) {
                if (attempt == ATTEMPTS) {
                    throw new CannotStartException("PostgreSQL does not start: "
                            + lastWord().orElse(refused.getMessage()) + " (see " + log + ")");
                }
            }
        }
    }

    void stop() throws IOException {
        if (Files.exists(pidFile)) {
            account.run(control("-m", "fast", "-w", "-t", SECONDS_TO_STOP, "stop"));
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
