package throughline.registry.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import throughline.registry.sql.Sql;

/**
 * The words that are asked for, those that say nothing (the, of) left out.
 *
 * @param known what some record has, by its stem or as a beginning
 * @param misspelt what none has: titles near to it count as its hits
 */
record Words(List<String> known, List<String> misspelt) {

    /** One statement, where there are words: what whoever asks may see decides, and nothing else that is asked for. */
    static Words of(Connection connection, ListQuery query, boolean seesDrafts) throws SQLException {
        Words words = new Words(new ArrayList<>(), new ArrayList<>());
        if (!query.words().isEmpty()) {
            String seen = seesDrafts ? "" : " and t.lifecycle <> 'draft'";
            String any = "exists (select from search s join " + query.kind().table()
                    + " t on t.id = s.id where s.words @@ search_word(w)" + seen + ")";
            new Sql("select w, " + any + " from unnest(?) w where search_word(w) is not null", query.words())
                    .each(connection, row -> (row.getBoolean(2) ? words.known : words.misspelt).add(row.getString(1)));
        }
        return words;
    }
}
