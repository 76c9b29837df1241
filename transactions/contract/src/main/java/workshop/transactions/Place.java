package workshop.transactions;

/**
 * Where a record stands in the master dataset, as a value whose natural order is the order that decides which of several
 * records with one id counts: first by (history file, byte), then by (partition, offset).
 *
 * <p>It is a long if the history files are numbered: bit 62 tells the log from the history; 14 bits hold the file or
 * partition, 48 bits the byte or offset. It is a text if they have nothing but their paths. {@link RecordPlace} is for people.
 */
public final class Place {
    private static final long IN_LOG = 1L << 62;
    private static final int OFFSET_BITS = 48;
    private static final long MAX_OFFSET = (1L << OFFSET_BITS) - 1;
    private static final int MAX_INDEX = (1 << 14) - 1;

    private Place() {}

    /**
     * @param file its place among the sorted history files, from 0
     * @param offset of the record's first byte
     */
    public static long inHistory(int file, long offset) {
        return pack(file, offset);
    }

    public static long inLog(int partition, long offset) {
        return IN_LOG | pack(partition, offset);
    }

    /** The same as a text. Kappa's state holds it, so it must stay as it is. */
    public static String textInHistory(String path, long offset) {
        return "0" + path + '\0' + digits(offset);
    }

    /** The same as a text, which stands behind all those in the history. */
    public static String textInLog(int partition, long offset) {
        return "1" + digits(partition) + digits(offset);
    }

    private static String digits(long number) {
        String text = Long.toString(number);
        return "0".repeat(19 - text.length()) + text;
    }

    private static long pack(int index, long offset) {
        if (index < 0 || index > MAX_INDEX || offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("no place: " + index + ", " + offset);
        }
        return (long) index << OFFSET_BITS | offset;
    }

    public static boolean isInLog(long place) {
        return (place & IN_LOG) != 0;
    }

    /** The history file or the partition. */
    public static int index(long place) {
        return (int) (place >>> OFFSET_BITS) & MAX_INDEX;
    }

    /** The byte in the file or the offset in the partition. */
    public static long offset(long place) {
        return place & MAX_OFFSET;
    }
}
