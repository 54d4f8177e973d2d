package throughline.registry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import throughline.registry.problem.Finding;
import throughline.registry.problem.ProblemException;
import throughline.registry.problem.ProblemType;

/**
 * Reads what a caller sent, strictly: valid UTF-8, one object, no name twice, nothing after it, at most 32 levels deep.
 *
 * <p>What breaks that is a 400; what a number's length alone breaks is a 422 with its pointer, as {@code api.md} has it.
 */
public final class JsonBody {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 1000;

    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(32 * 1024 * 1024)
                            .maxNameLength(1024)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {}

    public static ObjectNode parse(byte[] body) {
        if (body == null || body.length == 0) {
            throw malformed("The body is empty; send one JSON object.");
        }
        return parse(decode(body));
    }

    public static ObjectNode parse(String text) {
        try (JsonParser parser = STRICT.createParser(text)) {
            JsonNode tree = readWhole(parser);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw malformed("The body is no JSON object.");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode readWhole(JsonParser parser) throws IOException {
        try {
            JsonNode tree = STRICT.readTree(parser);
            if (tree == null || parser.nextToken() != null) {
                throw malformed(
                        tree == null
                                ? "The body is empty; send one JSON object."
                                : "Something follows the JSON object.");
            }
            return tree;
        } catch (StreamConstraintsException tooMuch) {
            if (tooMuch.getMessage().startsWith("Number")) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                throw ProblemException.of(
                        ProblemType.VALIDATION,
                        "A number is too long",
                        Finding.limited(pointer, "out-of-range", LONGEST_NUMBER, "The number is too long"));
            }
            throw malformed("The body is nested deeper than " + DEEPEST + " levels, or a name in it is too long.");
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            boolean twice = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate field");
            throw malformed(
                    twice
                            ? "A member's name stands twice in one object" + place + "."
                            : "The body is no JSON" + place + ".");
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The body is not UTF-8.");
        }
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemType.MALFORMED_BODY, detail);
    }
}
