package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the embedded database of a folder holds, beside what was acknowledged. */
final class Ledger {

    /** Each counts what is half there; nothing may be. */
    private static final Map<String, String> HALVES = Map.of(
            "entries without their version in the history",
            """
            select count(*) from entry e where not exists
                (select from history h where h.id = e.id and h.version = e.version and h.title = e.title)
            """,
            "histories with a version missing",
            "select count(*) from (select id from history group by id having max(version) <> count(*)) gaps",
            "change sets without a change",
            "select count(*) from change_set c where not exists (select from history h where h.change_set = c.id)",
            "entries that cannot be found by their title",
            "select count(*) from entry e left join search s using (id) where s.title is distinct from e.title",
            "entries whose kind says otherwise",
            "select count(*) from entry e left join organization o using (id) where o.name is distinct from e.title",
            "documents that show an old title of their parent",
            """
            select count(*) from link l join entry o on o.id = l.owner join entry t on t.id = l.target
            where position(to_json(t.title)::text in o.document) = 0
            """,
            "documents of another version",
            "select count(*) from entry where position('\"version\":' || version || ',' in document) = 0",
            "numbers that the clock has not come to",
            "select count(*) from clock where seq <> (select max(seq) from entry)",
            "versions without their key",
            """
            select count(*) from history h where not exists
                (select from idempotency i where i.id = h.id and i.version = h.version)
            """);

    private final Path folder;

    Ledger(Path folder) {
        this.folder = folder;
    }

    void assertHolds(Writers writers) throws Exception {
        try (Connection connection = new PostgresProcesses(folder).connect()) {
            for (Map.Entry<String, String> half : HALVES.entrySet()) {
                assertThat(count(connection, half.getValue())).as(half.getKey()).isZero();
            }
            Map<String, List<Writers.Acknowledged>> found = marks(connection);
            writers.acknowledged().forEach((mark, promised) -> assertThat(found.getOrDefault(mark, List.of()))
                    .as("%s, acknowledged as %s", mark, promised)
                    .containsExactly(promised));
            assertThat(found.keySet())
                    .as("marks")
                    .isEqualTo(writers.acknowledged().keySet());
        }
    }

    /** Where each mark was left: by a creation in the name, by a change in the city, by a renaming in the name. */
    private static Map<String, List<Writers.Acknowledged>> marks(Connection connection) throws Exception {
        Map<String, List<Writers.Acknowledged>> marks = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (ResultSet row = connection.createStatement().executeQuery("select id, version, document from history")) {
            while (row.next()) {
                JsonNode record = json.readTree(row.getString("document"));
                String city = record.path("city").textValue();
                marks.computeIfAbsent(city == null ? record.path("name").textValue() : city, mark -> new ArrayList<>())
                        .add(new Writers.Acknowledged(row.getString("id"), row.getInt("version")));
            }
        }
        return marks;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
