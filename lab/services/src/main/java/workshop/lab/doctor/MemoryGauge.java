package workshop.lab.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What memory there is for programs to come: not what is free, since caches give way. */
final class MemoryGauge {
    private static final Path LINUX = Path.of("/proc/meminfo");

    private MemoryGauge() {}

    static Memory read(Machine machine) throws IOException {
        OperatingSystemMXBean java =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean(); // knows containers' limits
        if (Files.exists(LINUX)) {
            String statistics = ControlGroup.read("memory.stat");
            return linux(Files.readString(LINUX), statistics, java.getTotalMemorySize(), java.getFreeMemorySize());
        }
        ProgramOutput pages = machine.run("vm_stat");
        long available = pages.isGood() ? mac(pages.output()) : java.getFreeMemorySize();
        return new Memory(java.getTotalMemorySize(), available, false);
    }

    /** From /proc/meminfo in kB, a container's statistics in bytes, and what Java takes for total and free. */
    static Memory linux(String meminfo, String container, long total, long free) {
        long machineTotal = number(meminfo, "MemTotal: *([0-9]+) kB") * 1024;
        long machineAvailable = number(meminfo, "MemAvailable: *([0-9]+) kB") * 1024;
        if (total >= machineTotal) {
            return new Memory(machineTotal, machineAvailable, false);
        }
        // Files that its processes have not used lately.
        long cached = number(container, "(?m)^(?:total_)?inactive_file ([0-9]+)$");
        return new Memory(total, Math.min(machineAvailable, Math.min(total, free + cached)), true);
    }

    /** From vm_stat, which counts pages and tells their size. */
    static long mac(String pages) {
        long count = number(pages, "Pages free: *([0-9]+)")
                + number(pages, "Pages inactive: *([0-9]+)")
                + number(pages, "Pages speculative: *([0-9]+)")
                + number(pages, "Pages purgeable: *([0-9]+)");
        return count * number(pages, "page size of ([0-9]+) bytes");
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
