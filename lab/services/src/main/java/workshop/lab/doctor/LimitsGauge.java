package workshop.lab.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limits that ulimit shows, and a container's. */
final class LimitsGauge {
    private static final Path LINUX = Path.of("/proc/self/limits");
    private static final Pattern PROCESSES = Pattern.compile("(?m)^Max processes +([0-9]+|unlimited)");

    private LimitsGauge() {}

    static Limits read(Machine machine) throws IOException {
        long processes = Long.MAX_VALUE;
        if (Files.exists(LINUX)) {
            Matcher line = PROCESSES.matcher(Files.readString(LINUX));
            // Root's processes are not counted.
            processes =
                    line.find() && !machine.property("user.name").equals("root") ? number(line.group(1)) : processes;
        } else {
            processes = number(machine.run("sh", "-c", "ulimit -u").output());
        }
        long group = number(ControlGroup.read("pids.max").strip());
        return new Limits(openFiles(), Math.min(processes, group));
    }

    /** Java raises what it may open to what it could, and its child processes have the same. */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
