package workshop.lab.doctor;

import java.util.Locale;

/** Bytes for people. */
final class Size {
    static final long GB = 1_000_000_000;
    static final long MB = 1_000_000;

    private Size() {}

    /** Rounded down, so that it never says as much as is wanted if there is less. */
    static String text(long bytes) {
        return bytes < GB
                ? bytes / MB + " MB"
                : String.format(Locale.ROOT, "%d.%d GB", bytes / GB, bytes % GB / (GB / 10));
    }
}
