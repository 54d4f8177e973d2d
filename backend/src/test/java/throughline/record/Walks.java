package throughline.record;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

/** Follows the addresses that pages give, as a reader does. */
final class Walks {

    private Walks() {}

    static Response page(String address) {
        Response page = given().urlEncodingEnabled(false).get(address);
        page.then().statusCode(200);
        return page;
    }

    /** What a walk over {@code page.next} meets, by one member of each record. */
    static List<String> forward(String address, String member) {
        List<String> met = new ArrayList<>();
        for (String at = address; at != null; ) {
            Response page = page(at);
            met.addAll(page.jsonPath().getList("items." + member));
            at = page.path("page.next");
        }
        return met;
    }

    /** The same over {@code page.prev}, in the order of the list. */
    static List<String> back(String address, String member) {
        List<String> met = new ArrayList<>();
        for (String at = address; at != null; ) {
            Response page = page(at);
            met.addAll(0, page.jsonPath().getList("items." + member));
            at = page.path("page.prev");
        }
        return met;
    }
}
