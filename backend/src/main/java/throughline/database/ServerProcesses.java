package throughline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes of PostgreSQL that work on one data folder: its server's, and those that outlived their server. */
final class ServerProcesses {

    private static final int WAIT_MS = 50;
    private static final int WAITS = 20;

    private final Path data;

    ServerProcesses(Path data) {
        this.data = data;
    }

    /** Whether it is one of them now; what has ended and was not buried yet is none. */
    boolean has(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", String.valueOf(process.pid()), "cwd"), data)
                    && process.info().command().orElse("").endsWith("/bin/postgres");
        } catch (IOException anothers) {
            return false;
        }
    }

    /** Ends what outlived its server, and would keep the next one from starting: asked first, then by force. */
    void end() {
        List<ProcessHandle> left = all();
        left.forEach(ProcessHandle::destroy);
        for (int waits = 0; waits < WAITS && !left.isEmpty(); waits++) {
            pause();
            left = all();
        }
        while (!left.isEmpty()) {
            left.forEach(ProcessHandle::destroyForcibly);
            pause();
            left = all();
        }
    }

    private List<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::has).toList();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(WAIT_MS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
