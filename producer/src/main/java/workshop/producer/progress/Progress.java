package workshop.producer.progress;

import java.io.PrintStream;
import java.util.OptionalLong;
import workshop.producer.ProduceReport;

/** Is told how the sending goes; for one run. Says nothing of itself during the first second. */
public interface Progress {
    /** @param expected how many records will come, where that is known */
    void start(OptionalLong expected);

    /** Called for every record, so it must be quick. */
    void update(long sent, long acknowledged);

    /** The run is over: all sent, given up, or stopped by Ctrl-C. Prints the count of what was acknowledged. */
    void end(ProduceReport report);

    /** Prints nothing at all. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void start(OptionalLong expected) {}

            @Override
            public void update(long sent, long acknowledged) {}

            @Override
            public void end(ProduceReport report) {}
        };
    }

    /** A bar where a person looks at a terminal, plain lines elsewhere. */
    static Progress on(PrintStream out) {
        return Terminal.isThere() ? new BarProgress(out) : new LineProgress(out, System::nanoTime);
    }
}
