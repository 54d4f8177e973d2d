package throughline.registry.check;

/** JSON pointers (RFC 6901), built step by step. */
public final class Pointers {

    private Pointers() {}

    public static String below(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    static String below(String pointer, int index) {
        return pointer + "/" + index;
    }
}
