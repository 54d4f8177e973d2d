package throughline.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import throughline.registry.json.Json;

/** Parts of a JSON text as they stand there, to the byte. */
final class RawJson {

    private RawJson() {}

    /** The text of one member of an object, or null where it has no such member. */
    static String member(String object, String name) {
        try (JsonParser parser = Json.MAPPER.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String found = parser.currentName();
                parser.nextToken();
                String value = value(object, parser);
                if (found.equals(name)) {
                    return value;
                }
            }
            return null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The texts of an array's items. */
    static List<String> items(String array) {
        List<String> items = new ArrayList<>();
        try (JsonParser parser = Json.MAPPER.createParser(array)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(array, parser));
            }
            return items;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String value(String text, JsonParser parser) throws IOException {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(begin, (int) parser.currentLocation().getCharOffset());
    }
}
