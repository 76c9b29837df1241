package workshop.producer.progress;

import java.io.PrintStream;
import java.util.OptionalLong;
import workshop.settings.Terminal;

/** Is told how the sending goes; for one run. Says nothing of itself during the first second. */
public interface SendProgress {
    /** @param expected how many records will come, if that is known */
    void start(OptionalLong expected);

    /** Called for every record, so it must be quick. */
    void update(long sent, long acknowledged);

    /** The run is over: all sent, given up, or stopped by Ctrl-C. Prints the count of what was acknowledged. */
    void end(ProduceReport report);

    /** Prints nothing at all. */
    static SendProgress silent() {
        return new Silent();
    }

    /** Says nothing until the end: for who types the records, in the lines where a bar would stand. */
    static SendProgress atItsEnd(PrintStream out) {
        return new Silent() {
            @Override
            public void end(ProduceReport report) {
                out.println(report.sentence());
            }
        };
    }

    /** A bar if a person looks at a terminal, plain lines elsewhere. */
    static SendProgress on(PrintStream out) {
        return Terminal.isThere() ? new BarProgress(out) : new LineProgress(out, System::nanoTime);
    }
}
