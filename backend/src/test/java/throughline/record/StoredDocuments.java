package throughline.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.field.Link;
import throughline.registry.field.RecordEntity;
import throughline.registry.json.Json;
import throughline.registry.record.Document;
import throughline.registry.record.Entry;
import throughline.registry.record.Links;
import throughline.registry.record.Reference;
import throughline.registry.record.Tag;
import throughline.registry.record.View;
import throughline.registry.sql.Sql;

/** Every stored document beside the one that its kind's declaration makes of the tables now. */
@ApplicationScoped
public class StoredDocuments {

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    private record Row(Entry entry, String document) {}

    long seq() {
        return inOne(connection -> new Sql("select seq from clock")
                .first(connection, row -> row.getLong(1))
                .orElseThrow());
    }

    /** Holds each document that was rewritten after the number against what the tables say, byte for byte. */
    int areWhatTheTablesMake(long after) {
        return inOne(connection -> {
            List<Row> rows = new Sql("select * from entry where state = 'live' and seq > ? order by seq", after)
                    .list(connection, row -> new Row(Entry.read(row), row.getString("document")));
            for (Row row : rows) {
                Kind<?> kind = Kinds.named(row.entry().kind()).orElseThrow();
                assertThat(row.document()).isEqualTo(made(connection, kind, row.entry()));
            }
            return rows.size();
        });
    }

    private <E extends RecordEntity> String made(Connection connection, Kind<E> kind, Entry entry) throws SQLException {
        E entity = entities.find(kind.entityType(), entry.id());
        List<Link> links = Links.load(connection, List.of(entry.id())).getOrDefault(entry.id(), List.of());
        Map<String, Reference> references =
                Reference.load(connection, links.stream().map(Link::target).collect(Collectors.toSet()));
        Document.Head head =
                new Document.Head(Tag.of(entry), entry.version(), entry.seq(), entry.createdAt(), entity.updatedAt);
        return Json.write(Document.of(kind, kind.tree(entity, links), head, references, View.PUBLIC));
    }

    /** Asked in one transaction. */
    private interface Asked<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T inOne(Asked<T> asked) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return asked.of(connection);
            }
        });
    }
}
