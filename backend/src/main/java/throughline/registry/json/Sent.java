package throughline.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A body as it was sent, read when it is first asked for: a broken one is told of after all that comes before it. */
public final class Sent {

    private final byte[] bytes;
    private ObjectNode object;

    public Sent(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A part of a body that was read already. */
    public Sent(ObjectNode part) {
        this.bytes = null;
        this.object = part;
    }

    public ObjectNode object() {
        if (object == null) {
            object = JsonBody.parse(bytes);
        }
        return object;
    }
}
