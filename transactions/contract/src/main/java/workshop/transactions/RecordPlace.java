package workshop.transactions;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a record stands, as a person looks it up: a line of a file, or an offset of a partition. The others are null. In
 * order, those in files come first. The layers go by {@link Place}, which is smaller.
 *
 * @param line from 1
 */
public record RecordPlace(
        @Nullable String file,
        @Nullable Long line,
        @Nullable Integer partition,
        @Nullable Long offset) implements Comparable<RecordPlace> {
    private static final Pattern IN_LOG = Pattern.compile("partition ([0-9]+), offset ([0-9]+)");
    private static final Pattern IN_FILE = Pattern.compile("(.*), line ([0-9]+)", Pattern.DOTALL);

    private static final Comparator<RecordPlace> ORDER = comparing(RecordPlace::file, nullsLast(naturalOrder()))
            .thenComparing(RecordPlace::line, nullsLast(naturalOrder()))
            .thenComparing(RecordPlace::partition, nullsLast(naturalOrder()))
            .thenComparing(RecordPlace::offset, nullsLast(naturalOrder()));

    public RecordPlace {
        boolean inFile = file != null && line != null;
        boolean inLog = partition != null && offset != null;
        if (inFile == inLog || (file == null) != (line == null) || (partition == null) != (offset == null)) {
            throw new IllegalArgumentException("no place: " + file + ", " + line + ", " + partition + ", " + offset);
        }
    }

    public static RecordPlace inFile(String file, long line) {
        return new RecordPlace(file, line, null, null);
    }

    public static RecordPlace inLog(int partition, long offset) {
        return new RecordPlace(null, null, partition, offset);
    }

    /**
     * Reads the words of a place.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static RecordPlace parse(String words) {
        Matcher inLog = IN_LOG.matcher(words);
        if (inLog.matches()) {
            return inLog(Integer.parseInt(inLog.group(1)), Long.parseLong(inLog.group(2)));
        }
        Matcher inFile = IN_FILE.matcher(words);
        if (inFile.matches()) {
            return inFile(inFile.group(1), Long.parseLong(inFile.group(2)));
        }
        throw new IllegalArgumentException("no place: " + words);
    }

    /** As {@code transactions.json, line 17} or {@code partition 0, offset 4}. */
    public String words() {
        return file == null ? "partition " + partition + ", offset " + offset : file + ", line " + line;
    }

    /** With the name of the file alone: its folders say more of the machine than of the record. */
    public RecordPlace withoutFolders() {
        return file == null ? this : inFile(file.replaceFirst("^.*[/\\\\](?=[^/\\\\]+$)", ""), line);
    }

    @Override
    public int compareTo(RecordPlace other) {
        return ORDER.compare(this, other);
    }
}
