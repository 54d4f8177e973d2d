package throughline.registry.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Every kind of record that this registry keeps. */
public final class Kinds {

    private static final Map<String, Kind<?>> BY_NAME = load();

    private Kinds() {}

    private static Map<String, Kind<?>> load() {
        Map<String, Kind<?>> kinds = new LinkedHashMap<>();
        ServiceLoader.load(KindProvider.class, Kinds.class.getClassLoader())
                .forEach(provider -> kinds.put(provider.kind().name(), provider.kind()));
        return kinds;
    }

    public static List<Kind<?>> all() {
        return List.copyOf(BY_NAME.values());
    }

    public static Optional<Kind<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Optional<Kind<?>> inPlural(String plural) {
        return BY_NAME.values().stream()
                .filter(kind -> kind.plural().equals(plural))
                .findFirst();
    }

    /** The kind whose ids begin like this one. */
    public static Optional<Kind<?>> ofId(String id) {
        return BY_NAME.values().stream().filter(kind -> kind.owns(id)).findFirst();
    }
}
