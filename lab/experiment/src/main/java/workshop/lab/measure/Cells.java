package workshop.lab.measure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How values are written in the comparison. */
final class Cells {
    static final String NOT_TOLD = "not measured: this system does not tell";

    private Cells() {}

    static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%,d", Math.round(duration.toNanos() / 1e6));
    }

    /** Null if it was not told. */
    static String seconds(Duration duration) {
        return duration == null ? NOT_TOLD : String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e9);
    }

    /** 0 if it was not told. */
    static String memory(long bytes) {
        return bytes == 0 ? NOT_TOLD : String.format(Locale.ROOT, "%,.0f", bytes / 1e6);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.2f", bytes / 1e6);
    }

    static String amount(BigDecimal amount) {
        return amount.toPlainString();
    }

    /** How many, and which. */
    static String names(List<String> names) {
        return names.isEmpty() ? "0" : names.size() + " (" + String.join(", ", names) + ")";
    }
}
