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

    /**
     * One statement where a walk begins: what whoever asks may see decides, and nothing else that is asked for. From there on its cursors
     * keep the answer, or a word written meanwhile would drop what was found by its misspelt form.
     */
    static Words of(Connection connection, ListQuery query, boolean seesDrafts) throws SQLException {
        if (!query.words().isEmpty() && query.place() instanceof Place.Beside beside) {
            return kept(beside.cursor().kept());
        }
        Words words = new Words(new ArrayList<>(), new ArrayList<>());
        if (!query.words().isEmpty()) {
            String seen = seesDrafts ? "" : " and t.lifecycle <> 'draft'";
            String any = "exists (select from search s join " + query.kind().table()
                    + " t on t.id = s.id where s.words @@ search_word(w)" + seen + ")";
            new Sql("select w, " + any + " from unnest(?) w where search_word(w) is not null", query.words())
                    .plannedEachTime()
                    .each(connection, row -> (row.getBoolean(2) ? words.known : words.misspelt).add(row.getString(1)));
        }
        return words;
    }

    List<String> kept() {
        return known.isEmpty() && misspelt.isEmpty()
                ? List.of()
                : List.of(String.join(" ", known), String.join(" ", misspelt));
    }

    private static Words kept(List<String> kept) {
        return kept.isEmpty() ? new Words(List.of(), List.of()) : new Words(split(kept.get(0)), split(kept.get(1)));
    }

    private static List<String> split(String kept) {
        return kept.isEmpty() ? List.of() : List.of(kept.split(" "));
    }
}
