package throughline.registry.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.registry.problem.Finding;

/** A body after the check: the record's tree, and what is wrong with it. */
public record Checked(ObjectNode tree, List<Finding> findings) {

    public boolean valid() {
        return findings.isEmpty();
    }
}
