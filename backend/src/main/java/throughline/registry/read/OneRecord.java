package throughline.registry.read;

/** One record's answer, and its tag. */
public record OneRecord(String document, String tag) {}
