package workshop.lab.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the operating system says of a process at one moment.
 *
 * @param cpu processor time since its start; null if the system does not tell
 * @param residentBytes of memory that it holds now; 0 if the system does not tell
 * @param peakBytes the most that it has held, as far as the system knows
 */
record ProcessSample(Duration cpu, long residentBytes, long peakBytes) {
    static final ProcessSample NOTHING = new ProcessSample(null, 0, 0);

    private static final long KIB = 1024;

    static ProcessSample of(ProcessHandle process) {
        Duration cpu = process.info().totalCpuDuration().orElse(null);
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            if (Files.isReadable(status)) {
                List<String> lines = Files.readAllLines(status, StandardCharsets.UTF_8);
                return new ProcessSample(cpu, field(lines, "VmRSS:"), field(lines, "VmHWM:"));
            }
            long resident = processStatus(process.pid());
            return new ProcessSample(cpu, resident, resident);
        } catch (IOException | NumberFormatException ended) {
            return new ProcessSample(cpu, 0, 0);
        }
    }

    /** This one after an earlier one of the same process: what the system no longer tells of a dead one stays. */
    ProcessSample after(ProcessSample earlier) {
        boolean isLater = cpu != null && (earlier.cpu == null || cpu.compareTo(earlier.cpu) > 0);
        return new ProcessSample(isLater ? cpu : earlier.cpu, residentBytes, Math.max(peakBytes, earlier.peakBytes));
    }

    private static long field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                .findFirst()
                .orElse(0);
    }

    /** Where there is no /proc: as on macOS. */
    private static long processStatus(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return text.isEmpty() ? 0 : Long.parseLong(text) * KIB;
    }
}
