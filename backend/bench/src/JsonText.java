package throughline.bench;

/** One JSON object, written member by member. */
final class JsonText {

    private final StringBuilder json = new StringBuilder("{");

    JsonText text(String name, String value) {
        return raw(name, quoted(value));
    }

    JsonText number(String name, Number value) {
        return raw(name, value.toString());
    }

    JsonText raw(String name, String value) {
        json.append(json.length() == 1 ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(value);
        return this;
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    @Override
    public String toString() {
        return json + "}";
    }
}
