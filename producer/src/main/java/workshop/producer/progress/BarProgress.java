package workshop.producer.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar of the records that are acknowledged. */
final class BarProgress implements SendProgress {
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long UNKNOWN = -1;
    private static final int WIDTH = 78;

    private final PrintStream out;
    private long expected = UNKNOWN;
    private long started;
    private @Nullable ProgressBar bar;

    BarProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void start(OptionalLong count) {
        expected = count.orElse(UNKNOWN);
        started = System.nanoTime();
    }

    @Override
    public void update(long sent, long acknowledged) {
        long elapsed = System.nanoTime() - started;
        if (bar == null && elapsed > QUIET_NANOS) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Sending")
                    .setInitialMax(expected)
                    .setStyle(ProgressBarStyle.ASCII)
                    .startsFrom(acknowledged, Duration.ofNanos(elapsed)) // or what came before it would count as speed
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                    .build();
        }
        if (bar != null) {
            bar.stepTo(acknowledged);
        }
    }

    @Override
    public void end(ProduceReport report) {
        if (bar != null) {
            bar.stepTo(report.acknowledged());
            bar.close();
        }
        out.println(report.sentence());
    }
}
