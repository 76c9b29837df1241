package workshop.producer;

import java.util.Locale;
import java.util.Optional;
import workshop.producer.progress.ProduceReport;
import workshop.transactions.looks.Look;

/**
 * Warns of a file or of standard input in which no record keeps the contract. It is sent all the same, since the layers must
 * be able to reject it; but as a rule it is the wrong file.
 */
public final class BrokenInput {
    private BrokenInput() {}

    /**
     * The warning, in lines; empty if some record keeps the contract.
     *
     * @param name of what was read, for people
     * @param file its path, or FILE if it is none
     * @param reasons the command that names the reason of each record
     */
    public static Optional<String> warning(
            String name, String file, String reasons, RecordSource source, ProduceReport report) {
        if (report.sent() > report.broken()) {
            return Optional.empty();
        }
        Optional<Look> look = Look.of(source.start());
        String why = look.map(known -> "\n  why: it " + known.what() + ".").orElse("");
        String next = look.map(known -> known.cureOf(file)).orElse(reasons);
        return Optional.of("warning: " + what(name, report.sent()) + why + "\n next: " + next);
    }

    private static String what(String name, long sent) {
        if (sent == 0) {
            return name + " holds no record, so nothing was sent.";
        }
        return sent == 1
                ? "the only record of " + name + " breaks the contract; the layers will reject it."
                : String.format(
                        Locale.ROOT,
                        "none of the %,d records of %s keeps the contract; the layers will reject them all.",
                        sent,
                        name);
    }
}
