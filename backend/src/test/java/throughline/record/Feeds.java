package throughline.record;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Reads the feed as a test does: from the number at which the test began. */
final class Feeds {

    static final String FEED = Api.BASE + "changes";

    private Feeds() {}

    /** The registry's number now. */
    static long now() {
        return given().get("/api/v1").jsonPath().getLong("seq");
    }

    static Response since(RequestSpecification reader, long seq, String parameters) {
        Response page = reader.get(FEED + "?after=" + seq + parameters);
        page.then().statusCode(200);
        return page;
    }
}
