package throughline.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import throughline.registry.query.Cursor;
import throughline.registry.query.Slice;

/**
 * The addresses of the pages beside a page: the same parameters, another place.
 *
 * @param query to which cursors are bound
 */
record Addresses(String path, Map<String, String> parameters, String query) {

    private static final List<String> PLACES = List.of("after", "before", "from", "last", "at", "row");

    String next(Slice<?> slice) {
        return at("after", slice.next());
    }

    String previous(Slice<?> slice) {
        return at("before", slice.previous());
    }

    private String at(String parameter, Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        Map<String, String> others = new TreeMap<>(parameters);
        others.keySet().removeAll(PLACES);
        others.put(parameter, cursor.text(query));
        StringJoiner joined = new StringJoiner("&", path + "?", "");
        others.forEach((name, value) -> joined.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return joined.toString();
    }
}
