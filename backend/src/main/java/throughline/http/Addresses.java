package throughline.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import throughline.registry.query.ListPage;
import throughline.registry.query.ListQuery;

/** The addresses of the pages beside a page: the same parameters, another place. */
record Addresses(String path, Map<String, String> parameters, ListQuery query) {

    String next(ListPage page) {
        return page.next() == null ? null : at("after", page.next().text(query.key()));
    }

    String previous(ListPage page) {
        return page.previous() == null ? null : at("before", page.previous().text(query.key()));
    }

    private String at(String parameter, String cursor) {
        Map<String, String> others = new TreeMap<>(parameters);
        others.keySet().removeAll(java.util.Set.of("after", "before", "last"));
        others.put(parameter, cursor);
        StringJoiner joined = new StringJoiner("&", path + "?", "");
        others.forEach((name, value) -> joined.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return joined.toString();
    }

    @Override
    public String toString() {
        return path + new TreeMap<>(parameters);
    }
}
