package throughline.convening;

import throughline.registry.field.Kind;
import throughline.registry.field.KindProvider;

/** Makes convenings known to the shared code. */
public final class ConveningKind implements KindProvider {

    @Override
    public Kind<?> kind() {
        return ConveningFields.CONVENING;
    }
}
