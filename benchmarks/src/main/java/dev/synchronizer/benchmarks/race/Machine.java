package dev.synchronizer.benchmarks.race;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The class of machine on which figures were seen. */
public final class Machine {
    private Machine() {}

    public static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getAvailableProcessors() + " cores, "
                + Math.round(system.getTotalMemorySize() / 1e9) + " GB of memory, " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ", JDK " + Runtime.version();
    }
}
