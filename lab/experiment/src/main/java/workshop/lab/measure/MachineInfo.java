package workshop.lab.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * On what it was measured: numbers of another machine are others.
 *
 * @param load how many processes wanted a core in the minute before; negative if the system does not tell
 */
public record MachineInfo(int cores, long memoryBytes, double load, String system, String java) {
    static MachineInfo here() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
        return new MachineInfo(
                Runtime.getRuntime().availableProcessors(),
                machine.getTotalMemorySize(),
                machine.getSystemLoadAverage(),
                system,
                "JDK " + Runtime.version());
    }
}
