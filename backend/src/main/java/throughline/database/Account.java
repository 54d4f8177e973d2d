package throughline.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whom PostgreSQL's programs run as: never root, whom they refuse. */
final class Account {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final List<String> prefix;

    private Account(List<String> prefix) {
        this.prefix = prefix;
    }

    /** @param folder what the programs write in; it belongs to the account afterwards */
    static Account of(Path folder) throws IOException {
        if (uid(Path.of("/proc/self")) != ROOT) {
            return new Account(List.of());
        }
        int owner = uid(folder);
        Account owning = owner == ROOT ? new Account(List.of("unshare", "-U")) : as(owner);
        if (owning.mayWrite(folder)) {
            return owning;
        }
        // A container forbids a user namespace of one's own.
        Account nobody = as(NOBODY);
        FileTree.give(folder, NOBODY);
        if (nobody.mayWrite(folder)) {
            return nobody;
        }
        FileTree.give(folder, owner);
        throw new CannotStartException(
                "PostgreSQL refuses to run as root, and nobody else may use " + folder
                        + ": start Throughline as an ordinary user, or name by throughline.data-dir a folder that all may enter.");
    }

    private static Account as(int user) {
        return new Account(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private boolean mayWrite(Path folder) {
        try {
            run(List.of("test", "-w", folder.toString()));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Gives the account a file that was made for it. */
    void own(Path file, Path like) throws IOException {
        FileTree.give(file, uid(like));
    }

    /** Runs a program to its end, and fails with what it printed if it fails. */
    String run(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        Path.of(command.get(0)).getFileName() + " ended with " + process.exitValue() + ": " + output);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("A program of PostgreSQL was interrupted.", stopping);
        }
        return output;
    }
}
