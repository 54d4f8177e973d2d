package throughline.registry.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import throughline.database.TestDatabase;
import throughline.registry.field.Kind;
import throughline.registry.field.Kinds;
import throughline.registry.sql.Sql;
import throughline.registry.vocabulary.Vocabularies;

/** No order of a list makes the database sort all that there is. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OrdersTest {

    @Inject
    DataSource database;

    @Inject
    Vocabularies vocabularies;

    static Stream<String> kinds() {
        return Kinds.all().stream().map(Kind::name);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachDeclaredOrderIsThatOfAnIndexBothWays(String name) throws SQLException {
        Kind<?> kind = Kinds.named(name).orElseThrow();
        String table = kind.table().replace("\"", "");
        try (var connection = database.getConnection()) {
            List<String> indexes = new Sql("select indexdef from pg_indexes where tablename = ?", table)
                    .list(connection, row -> row.getString(1));
            for (var field : Filters.sorts(kind, true)) {
                for (String sort : List.of(field.name(), "-" + field.name())) {
                    ListQuery query = QueryParser.parse(kind, vocabularies, Map.of("sort", sort), true);
                    assertThat(indexes).as(sort).anyMatch(index -> index.contains(columns(query)));
                }
            }
        }
    }

    /** The columns as the database tells an index's; one that is never absent is read backwards. */
    private static String columns(ListQuery query) {
        Key key = new ListSql(query, true, new Words(List.of(), List.of()))
                .walk()
                .keys()
                .get(0);
        boolean down = key.descending() && key.nullable();
        return "(" + key.column().substring(2) + (down ? " DESC NULLS LAST, id DESC)" : ", id)");
    }
}
