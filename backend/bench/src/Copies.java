package throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The rows of all tables that {@code load} fills, as files that {@code COPY} reads. */
final class Copies {

    /** In an order in which each finds what it refers to. */
    private static final List<String> TABLES = List.of(
            "entry",
            "change_set",
            "history",
            "link",
            "identifier",
            "search",
            "organization",
            "convening",
            "convening_session",
            "participant");

    private static final List<String> OF_OWNERS = List.of("link", "identifier", "convening_session", "participant");

    private final Path folder;

    Copies(Path work) throws IOException {
        folder = work.resolve("copies");
        Files.createDirectories(folder);
        // Two database servers, of two users, write and read it.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** @param loadedOnly whether what was multiplied is left out */
    void out(Postgres from, boolean loadedOnly) throws IOException, InterruptedException {
        for (String table : TABLES) {
            String key = OF_OWNERS.contains(table) ? "owner" : "id";
            String where =
                    loadedOnly && !table.equals("change_set") ? " where " + key + " like '%bench000000100%'" : "";
            from.sql("copy (select " + columns(from, table) + " from " + table + where + ") to " + file(table));
        }
    }

    /** @return seconds, from the first statement to the commit of all */
    double in(Postgres into) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder("begin;");
        for (String table : TABLES) {
            all.append("copy " + table + " (" + columns(into, table) + ") from " + file(table) + ";");
        }
        long begun = System.nanoTime();
        into.sql(all + "commit");
        return (System.nanoTime() - begun) / 1e9;
    }

    private String file(String table) {
        return "'" + folder.resolve(table + ".copy") + "'";
    }

    /** All but the generated ones. */
    private static String columns(Postgres database, String table) throws IOException, InterruptedException {
        return database.sql(
                "select string_agg(quote_ident(attname), ',' order by attnum) from pg_attribute" + " where attrelid = '"
                        + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
    }
}
