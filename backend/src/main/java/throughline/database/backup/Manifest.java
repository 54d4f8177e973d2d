package throughline.database.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds, told by its last entry.
 *
 * @param format of the file itself
 * @param software the package that wrote it
 * @param schema the version of the tables: the last migration that had run
 * @param seq the registry's number at the moment that was saved, in its {@code epoch}
 * @param tables in an order in which each follows those that it refers to
 */
public record Manifest(
        int format, String software, String schema, long seq, String epoch, Instant at, List<Table> tables) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * One table.
     *
     * @param columns without those that PostgreSQL computes
     * @param sha256 of its rows, as {@code COPY} wrote them
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }

        /** Its name and columns, as statements have them. */
        String copied() {
            return '"' + name + "\" (\"" + String.join("\", \"", columns) + "\")";
        }
    }

    public long all() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
