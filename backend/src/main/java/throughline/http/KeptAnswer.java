package throughline.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import throughline.registry.clock.RegistryNumber;

/**
 * A finished answer, as it went out.
 *
 * @param headers that belong to it, its tag among them
 * @param number of the registry when it was read; {@code age} of the clock before that
 */
record KeptAnswer(Buffer body, Map<String, String> headers, RegistryNumber number, long age) {

    /** Bytes that its headers and its address take beside its body, roughly. */
    private static final int BESIDES = 1_000;

    String tag() {
        return headers.get("ETag");
    }

    int bytes() {
        return body.length() + BESIDES;
    }
}
