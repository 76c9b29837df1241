package workshop.lab.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import workshop.settings.Settings;

/** Starts jobs as a student does, each in a JVM of its own with the options of this one, and looks at all of them often. */
final class Jobs implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 100;

    private final Class<?> main;
    private final Path home;
    private final List<MeasuredJob> jobs = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "look-at-jobs");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int mostAtOnce;
    private volatile long mostBytesAtOnce;

    /** @param main of the command line */
    Jobs(Class<?> main, Path home) {
        this.main = main;
        this.home = home;
        looking.scheduleAtFixedRate(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * @param kind by which it is counted
     * @param arguments of ./workshop, without --home
     */
    MeasuredJob start(String kind, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.add("-Djava.io.tmpdir=" + temporary()); // what a killed job leaves goes with the home
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        command.add("--home");
        command.add(home.toString());
        Path output = home.resolve("job-" + jobs.size() + ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // The services of this home, whatever the environment says of others.
        builder.environment().keySet().removeAll(List.of(Settings.variable("kafka"), Settings.variable("postgres")));
        try {
            MeasuredJob job = new MeasuredJob(kind, builder.start(), output);
            jobs.add(job);
            return job;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With which ./workshop has started this JVM: jvm.options and the archive of classes. Debuggers stay here. */
    private static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agent") && !option.startsWith("-javaagent"))
                .toList();
    }

    private Path temporary() {
        try {
            return Files.createDirectories(home.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look() {
        int living = 0;
        long bytes = 0;
        for (MeasuredJob job : jobs) {
            bytes += job.look();
            living += job.isAlive() ? 1 : 0;
        }
        mostAtOnce = Math.max(mostAtOnce, living);
        mostBytesAtOnce = Math.max(mostBytesAtOnce, bytes);
    }

    /** From here on count anew how many run at once, and with how much memory. */
    void countAnew() {
        mostAtOnce = 0;
        mostBytesAtOnce = 0;
    }

    int mostAtOnce() {
        return mostAtOnce;
    }

    /** The most memory that the jobs held together. */
    long mostBytesAtOnce() {
        return mostBytesAtOnce;
    }

    /** All that were started so far, in order. */
    List<MeasuredJob> all() {
        return List.copyOf(jobs);
    }

    /** Looks at all of these now; their processor time so far, null if the system does not tell. */
    static Duration cpu(List<MeasuredJob> jobs) {
        Duration sum = Duration.ZERO;
        for (MeasuredJob job : jobs) {
            job.look();
            if (job.last().cpu() == null) {
                return null;
            }
            sum = sum.plus(job.last().cpu());
        }
        return sum;
    }

    void requireGood() {
        jobs.forEach(MeasuredJob::requireGood);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        jobs.forEach(MeasuredJob::kill);
    }
}
