package throughline.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.registry.json.Json;
import throughline.registry.query.ListPage;
import throughline.registry.query.ListQuery;
import throughline.registry.query.Place;
import throughline.registry.query.Slice;
import throughline.registry.read.OneRecord;
import throughline.registry.read.Sparse;

/** The JSON of a page: the stored documents as they are, joined, and around them where the page lies. */
final class ListBody {

    private ListBody() {}

    static String of(ListQuery query, ListPage page, Addresses addresses) {
        StringBuilder body = new StringBuilder("{\"items\":[");
        List<String> documents = page.slice().rows();
        for (int i = 0; i < documents.size(); i++) {
            body.append(i == 0 ? "" : ",").append(row(documents.get(i), page.slice(), query.fields()));
        }
        body.append("],\"page\":").append(Json.write(place(query, page, addresses)));
        if (!query.facets().isEmpty()) {
            body.append(",\"facets\":").append(Json.write(facets(page)));
        }
        return body.append('}').toString();
    }

    private static String row(String document, Slice<?> slice, List<String> fields) {
        if (fields == null) {
            return document;
        }
        String tag = Json.read(document).path("etag").asText();
        return Sparse.of(new OneRecord(document, tag, slice.number()), fields).document();
    }

    private static ObjectNode place(ListQuery query, ListPage page, Addresses addresses) {
        Slice<String> slice = page.slice();
        ObjectNode place = Json.object()
                .put("limit", query.limit())
                .put("next", addresses.next(slice))
                .put("prev", addresses.previous(slice))
                .put("at", slice.begun() && query.place() instanceof Place.At at ? at.id() : null);
        if (page.counted() != null) {
            place.put("total", page.counted().total())
                    .put("countIsExact", page.counted().exact())
                    .put("position", page.counted().position());
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

    /** The page of a list that has a place and nothing more: references, history. */
    static String of(List<ObjectNode> items, int limit, Slice<?> slice, Addresses addresses) {
        ObjectNode body = Json.object();
        body.putArray("items").addAll(items);
        body.putObject("page")
                .put("limit", limit)
                .put("next", addresses.next(slice))
                .put("prev", addresses.previous(slice));
        return Json.write(body);
    }
}
