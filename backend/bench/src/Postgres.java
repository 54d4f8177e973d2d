package throughline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database, asked over TCP by PostgreSQL's own programs. */
record Postgres(int port, String user, String password, String database) {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern MEAN = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final int CLIENTS = 8;

    Postgres of(String other) {
        return new Postgres(port, user, password, other);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** By which a server is told to use it. */
    List<String> settings() {
        return List.of(
                "quarkus.datasource.jdbc.url=" + jdbcUrl(),
                "quarkus.datasource.username=" + user,
                "quarkus.datasource.password=" + password);
    }

    /** Runs SQL, and gives its rows, columns parted by a tab. */
    String sql(String sql) throws IOException, InterruptedException {
        return run("psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql)
                .strip();
    }

    String file(Path file, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"));
        for (String setting : settings) {
            command.addAll(List.of("-v", setting));
        }
        command.addAll(List.of("-f", file.toString()));
        return run(command.toArray(new String[0])).strip();
    }

    /** One script by eight clients, prepared once. */
    Reading pgbench(Path script, int seconds, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-j",
                "2",
                "-c",
                "" + CLIENTS,
                "-T",
                "" + seconds,
                "-f",
                script.toString()));
        for (String setting : settings) {
            command.addAll(List.of("-D", setting));
        }
        String said = run(command.toArray(new String[0]));
        return new Reading(number(RATE, said), number(MEAN, said), Double.NaN, 0, 0);
    }

    private String run(String... command) throws IOException, InterruptedException {
        return Running.program(
                List.of(command),
                "PGHOST",
                "localhost",
                "PGPORT",
                "" + port,
                "PGUSER",
                user,
                "PGPASSWORD",
                password,
                "PGDATABASE",
                database);
    }

    private static double number(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("pgbench says nothing of " + pattern + ": " + text);
        }
        return Double.parseDouble(found.group(1));
    }
}
