package throughline.registry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Optional;
import throughline.registry.json.Json;
import throughline.registry.record.Stored;
import throughline.registry.sql.Sql;

/** What a record was, as the history kept it. */
final class Past {

    private Past() {}

    /** The record's tree at a version; none where it was not, or not yet, or deleted. */
    static Optional<ObjectNode> tree(Write write, Change change, int version) throws SQLException {
        return new Sql(
                        "select document from history where id = ? and version = ? and document is not null",
                        change.id,
                        version)
                .first(write.connection, row -> row.getString(1))
                .map(document -> Stored.tree(change.kind, Json.read(document)));
    }
}
