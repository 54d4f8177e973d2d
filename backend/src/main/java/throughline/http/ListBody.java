package throughline.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.registry.json.Json;
import throughline.registry.query.ListPage;
import throughline.registry.query.ListQuery;

/** The JSON of a page: the stored documents as they are, joined, and around them where the page lies. */
final class ListBody {

    private ListBody() {}

    static String of(ListQuery query, ListPage page, Addresses addresses) {
        StringBuilder body = new StringBuilder("{\"items\":[");
        for (int i = 0; i < page.documents().size(); i++) {
            body.append(i == 0 ? "" : ",").append(sparse(page.documents().get(i), query.fields()));
        }
        body.append("],\"page\":").append(Json.write(place(query, page, addresses)));
        if (!query.facets().isEmpty()) {
            body.append(",\"facets\":").append(Json.write(facets(page)));
        }
        return body.append('}').toString();
    }

    private static ObjectNode place(ListQuery query, ListPage page, Addresses addresses) {
        ObjectNode place = Json.object()
                .put("limit", query.limit())
                .put("next", addresses.next(page))
                .put("prev", addresses.previous(page));
        if (page.total() != null) {
            place.put("total", page.total()).put("countIsExact", true);
        }
        if (!query.facets().isEmpty()) {
            ArrayNode cut = place.putArray("facetsCut");
            page.facets().stream().filter(ListPage.Facet::cut).forEach(facet -> cut.add(facet.field()));
        }
        return place;
    }

    private static ObjectNode facets(ListPage page) {
        ObjectNode facets = Json.object();
        for (ListPage.Facet facet : page.facets()) {
            ArrayNode counts = facets.putArray(facet.field());
            facet.counts().forEach(count -> counts.addObject()
                    .put("value", count.value())
                    .put("label", count.label())
                    .put("count", count.count()));
        }
        return facets;
    }

    private static String sparse(String document, List<String> fields) {
        if (fields.isEmpty()) {
            return document;
        }
        ObjectNode whole = Json.read(document);
        ObjectNode some = Json.object();
        for (var member : whole.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (List.of("id", "kind", "origin").contains(name) || fields.contains(name)) {
                some.set(name, value);
            }
        }
        return Json.write(some);
    }
}
