package throughline.registry.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import throughline.registry.json.Json;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;
import throughline.registry.sql.Sql;

/** Idempotency keys, kept in the write's own transaction: a retry meets its first answer, rebuilt from the history. */
final class Retries {

    private static final String KEPT = """
            select i.hash, i.id, i.version, i.change_set, i.status, h.document, h.seq
            from idempotency i left join history h on h.id = i.id and h.version = i.version
            where i.principal = ? and i.method = ? and i.address = ? and i.key = ? and i.at > now() - interval '24 hours'
            """;

    private Retries() {}

    static Optional<Written> find(Connection connection, Request request) throws SQLException {
        if (request.key() == null) {
            return Optional.empty();
        }
        return new Sql(KEPT, request.author().principal(), request.method(), request.address(), request.key())
                .first(connection, row -> {
                    if (!row.getString("hash").equals(request.hash())) {
                        throw ProblemException.of(ProblemType.IDEMPOTENCY_MISMATCH, "Use a new key for another body.");
                    }
                    String document = row.getString("document");
                    String tag = document == null
                            ? null
                            : Json.read(document).path("etag").asText();
                    return new Written(
                            row.getString("id"),
                            row.getInt("version"),
                            row.getLong("seq"),
                            tag,
                            document,
                            row.getString("change_set"),
                            row.getInt("status") == 201,
                            true);
                });
    }

    /** @param written null where the answer is made of the change set */
    static void keep(Write write, Written written) throws SQLException {
        Request request = write.request;
        if (request.key() != null) {
            String changeSet = write.hasChangeSet ? write.changeSet : null;
            new Sql("delete from idempotency where at < now() - interval '24 hours'").update(write.connection);
            new Sql(
                            """
                            insert into idempotency (principal, method, address, key, hash, status, change_set, id, version, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (principal, method, address, key) do update set hash = excluded.hash,
                                status = excluded.status, change_set = excluded.change_set, id = excluded.id,
                                version = excluded.version, at = excluded.at
                            """,
                            request.author().principal(),
                            request.method(),
                            request.address(),
                            request.key(),
                            request.hash(),
                            written != null && written.created() ? 201 : 200,
                            changeSet,
                            written == null ? null : written.id(),
                            written == null ? null : written.version(),
                            write.now)
                    .update(write.connection);
        }
    }
}
