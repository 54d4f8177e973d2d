package throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void whatABusyHourTookGoesBackToTheSystem() {
        IdleMemory.giveBack();
        List<byte[]> busy = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            busy.add(new byte[MEBIBYTE]);
        }
        assertThat(heap().getCommitted()).isGreaterThan((long) busy.size() * MEBIBYTE);
        busy.clear();
        System.gc();
        // By itself Java would keep more than twice as much again.
        MemoryUsage after = heap();
        assertThat(after.getCommitted()).isLessThan(after.getUsed() * 2 + 20L * MEBIBYTE);
    }

    private static MemoryUsage heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }
}
