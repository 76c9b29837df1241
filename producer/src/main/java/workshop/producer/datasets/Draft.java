package workshop.producer.datasets;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import workshop.producer.random.Randomness;

/** The lines of a file while flaws are put into it. Line numbers start with 1; no line gets two flaws. */
final class Draft {
    private final Randomness randomness;
    private final List<DatasetLine> entries;
    private final String[] lines;
    private final BitSet taken = new BitSet();

    Draft(Randomness randomness, List<DatasetLine> entries) {
        this.randomness = randomness;
        this.entries = entries;
        this.lines = entries.stream().map(DatasetLine::json).toArray(String[]::new);
        for (int line = 1; line <= lines.length; line++) {
            taken.set(line, entry(line).id() == null);
        }
    }

    /** A line of the range (both ends in it) that nothing is done to yet. */
    int take(int from, int to) {
        int line;
        do {
            line = from + randomness.below(to - from + 1);
        } while (taken.get(line));
        taken.set(line);
        return line;
    }

    /** The first of so many successive lines, which start in the range. */
    int takeRun(int from, int to, int length) {
        int line = from + randomness.below(to - from + 1);
        taken.set(line, line + length);
        return line;
    }

    DatasetLine entry(int line) {
        return entries.get(line - 1);
    }

    void put(int line, String json) {
        lines[line - 1] = json;
    }

    void flaw(Flaw flaw, int from, int to) {
        int line = take(from, to);
        put(line, flaw.of(entry(line)));
    }

    /** A line of the second range repeats one of the first: the same id, the same bytes. */
    void duplicate(int from, int to, int againFrom, int againTo) {
        put(take(againFrom, againTo), entry(take(from, to)).json());
    }

    /** A line of the second range repeats one of the first, but for the amount. */
    void conflictingDuplicate(int from, int to, int againFrom, int againTo) {
        DatasetLine original = entry(take(from, to));
        put(take(againFrom, againTo), original.withAmount("999.00").json());
    }

    /** This line, or the next one that nothing is done to yet, has no id; so nothing repeats it. */
    void forgetId(int from) {
        int line = taken.nextClearBit(from);
        taken.set(line);
        put(line, entry(line).withoutId().json());
    }

    List<String> lines() {
        return Arrays.asList(lines);
    }
}
