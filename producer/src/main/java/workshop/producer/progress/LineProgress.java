package workshop.producer.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A plain line now and then: for logs and pipes. */
final class LineProgress implements SendProgress {
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private final LongSupplier clock;
    private String of = "";
    private long due;

    LineProgress(PrintStream out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void start(OptionalLong expected) {
        if (expected.isPresent()) {
            of = String.format(Locale.ROOT, " of %,d", expected.getAsLong());
        }
        due = clock.getAsLong() + FIRST_NANOS;
    }

    @Override
    public void update(long sent, long acknowledged) {
        long now = clock.getAsLong();
        if (now - due >= 0) {
            due = now + INTERVAL_NANOS;
            String records = sent == 1 && of.isEmpty() ? "record" : "records";
            out.printf(Locale.ROOT, "%,d%s %s sent, %,d acknowledged%n", sent, of, records, acknowledged);
        }
    }

    @Override
    public void end(ProduceReport report) {
        out.println(report.sentence());
    }
}
