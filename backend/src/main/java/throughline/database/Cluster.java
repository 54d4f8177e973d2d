package throughline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that PostgreSQL keeps its data in. */
final class Cluster {

    private Cluster() {}

    static boolean isMade(Path data) {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    static void make(Path data, Path programs, Account account, String password) throws IOException {
        // Renamed when whole: what a start cut short left must not be taken for a database.
        Path partial = data.resolveSibling("data.partial");
        FileTree.delete(partial);
        // A copy, since the account may not be allowed to read the original.
        Path passwordFile = data.resolveSibling("initial.password");
        Files.deleteIfExists(passwordFile);
        try {
            DataFolder.writeSecret(passwordFile, password);
            account.own(passwordFile, data.getParent());
            account.run(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "--pgdata=" + partial,
                    "--username=" + EmbeddedPostgres.USER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    // Rounds make a guessed password dear; at this one, of 256 random bits, nobody guesses, and each
                    // connection pays them.
                    "--set=scram_iterations=1",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(partial, data);
    }

    /** Refuses data of another major version, which these programs cannot read. */
    static void requireVersion(Path data, Path programs, Account account) throws IOException {
        String made = Files.readString(data.resolve("PG_VERSION")).strip();
        String told = account.run(List.of(programs.resolve("bin/postgres").toString(), "--version"));
        String brought = told.replaceAll("^\\D*", "").replaceAll("\\D.*$", "");
        if (!made.equals(brought)) {
            throw new CannotStartException("The database in " + data + " was made by PostgreSQL " + made
                    + ", and this package brings " + brought + ": run the package that made it, or name another folder"
                    + " by throughline.data-dir.");
        }
    }
}
