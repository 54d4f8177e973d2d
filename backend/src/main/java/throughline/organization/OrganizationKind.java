package throughline.organization;

import throughline.registry.field.Kind;
import throughline.registry.field.KindProvider;

/** Makes organizations known to the shared code. */
public final class OrganizationKind implements KindProvider {

    @Override
    public Kind<?> kind() {
        return OrganizationFields.ORGANIZATION;
    }
}
