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
     * All as known, which they are where one record has all of them. Where a walk goes on, its cursor kept what they were at its beginning,
     * or a word written meanwhile would drop what was found by its misspelt form.
     */
    static Words of(Connection connection, ListQuery query) throws SQLException {
        if (query.words().isEmpty()) {
            return new Words(List.of(), List.of());
        }
        if (query.place() instanceof Place.Beside beside) {
            return kept(beside.cursor());
        }
        List<String> saying = new Sql("select w from unnest(?) w where search_word(w) is not null", query.words())
                .list(connection, row -> row.getString(1));
        return new Words(saying, List.of());
    }

    /** Told apart where no record has all of them: what whoever asks may see decides, and nothing else that is asked for. */
    Words apart(Connection connection, ListQuery query, boolean seesDrafts) throws SQLException {
        Words words = new Words(new ArrayList<>(), new ArrayList<>());
        String any = "exists (select from search s where s.kind = ? and s.words @@ search_word(w)"
                + (seesDrafts ? "" : " and not s.draft") + ")";
        new Sql("select w, " + any + " from unnest(?) w", query.kind().name(), known)
                .plannedEachTime()
                .each(connection, row -> (row.getBoolean(2) ? words.known : words.misspelt).add(row.getString(1)));
        return words;
    }

    List<String> kept() {
        return known.isEmpty() && misspelt.isEmpty()
                ? List.of()
                : List.of(String.join(" ", known), String.join(" ", misspelt));
    }

    private static Words kept(Cursor cursor) {
        List<String> kept = cursor.kept();
        if (kept.isEmpty()) {
            return new Words(List.of(), List.of());
        }
        if (kept.size() != 2 || kept.contains(null)) {
            throw cursor.forged();
        }
        return new Words(split(kept.get(0)), split(kept.get(1)));
    }

    private static List<String> split(String kept) {
        return kept.isEmpty() ? List.of() : List.of(kept.split(" "));
    }
}
