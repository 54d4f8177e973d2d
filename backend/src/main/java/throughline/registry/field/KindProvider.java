package throughline.registry.field;

/** How the shared code meets a kind without knowing it: named in {@code META-INF/services}, in the order of the domain. */
public interface KindProvider {

    Kind<?> kind();
}
