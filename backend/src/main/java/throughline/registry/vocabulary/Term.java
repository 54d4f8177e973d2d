package throughline.registry.vocabulary;

/**
 * One code of a vocabulary.
 *
 * @param order its place among the terms, from 1
 * @param active whether new values may use it; where it stood before, it stays
 * @param parent the code above it in a tree, or null
 */
public record Term(String code, String label, String description, int order, boolean active, String parent) {}
