package throughline.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.registry.json.Json;
import throughline.registry.vocabulary.Vocabulary;

/** A vocabulary's JSON. */
final class VocabularyBody {

    private VocabularyBody() {}

    static String of(List<Vocabulary> vocabularies) {
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        vocabularies.forEach(vocabulary -> items.add(tree(vocabulary)));
        return Json.write(body);
    }

    static String of(Vocabulary vocabulary) {
        return Json.write(tree(vocabulary));
    }

    private static ObjectNode tree(Vocabulary vocabulary) {
        ObjectNode tree = Json.object().put("name", vocabulary.name()).put("open", vocabulary.open());
        tree.set("terms", Json.MAPPER.valueToTree(vocabulary.terms()));
        tree.set("moves", Json.MAPPER.valueToTree(vocabulary.moves()));
        return tree;
    }
}
