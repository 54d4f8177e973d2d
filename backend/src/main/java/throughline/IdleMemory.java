package throughline;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** Has Java give back to the system, in quiet hours, the memory that a busy one took: by itself it keeps all of it for ever. */
final class IdleMemory {

    /** Milliseconds without a collection, and percent of the heap that may lie free after one. What the operator set stays. */
    private static final Map<String, String> SETTINGS =
            Map.of("G1PeriodicGCInterval", "60000", "MinHeapFreeRatio", "20", "MaxHeapFreeRatio", "40");

    private IdleMemory() {}

    static void giveBack() {
        HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        SETTINGS.forEach((name, value) -> {
            VMOption option = java.getVMOption(name);
            if (option.isWriteable() && option.getOrigin() == VMOption.Origin.DEFAULT) {
                java.setVMOption(name, value);
            }
        });
    }
}
