package throughline.registry.field;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import throughline.registry.problem.Finding;

/** A rule between the fields of one record that its types alone do not hold. */
@FunctionalInterface
public interface Rule {

    /** Looks at a record whose fields are each well formed, and hands over what is wrong. */
    void check(ObjectNode record, Consumer<Finding> wrong);
}
