package workshop.producer.random;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Locale;

/**
 * Skewed customers, as in a shop: of rank r comes a share of about 1/r (Zipf's law). In constant time and without a
 * table, so that there may be millions of them.
 */
public final class ZipfCustomers {
    /** The first have names that one remembers. */
    public static final List<String> NAMES = List.of(
            "Ali", "Sara", "Omar", "Lina", "Youssef", "Emma", "Hugo", "Mei", "Priya", "Carlos", "Fatima", "Noah");

    private static final byte[][] NAMES_IN_BYTES =
            NAMES.stream().map(name -> name.getBytes(US_ASCII)).toArray(byte[][]::new);
    private static final byte[] PREFIX = "customer-".getBytes(US_ASCII);
    private static final int MIN_DIGITS = 5;

    private final int count;
    private final double logarithm;

    public ZipfCustomers(int count) {
        this.count = count;
        this.logarithm = StrictMath.log(count + 1.0);
    }

    /** A rank from 1 to the count. Rank r has the probability ln((r + 1) / r) / ln(count + 1). */
    public int rank(Randomness randomness) {
        // StrictMath: the last bit of Math.exp may differ from machine to machine.
        int rank = (int) StrictMath.exp(randomness.unit() * logarithm);
        return Math.min(Math.max(rank, 1), count);
    }

    /** The name of a rank: Ali, Sara, ... and {@code customer-00013} from the thirteenth on. */
    public static String name(int rank) {
        return rank <= NAMES.size() ? NAMES.get(rank - 1) : String.format(Locale.ROOT, "customer-%05d", rank);
    }

    static void writeName(int rank, AsciiWriter to) {
        if (rank <= NAMES_IN_BYTES.length) {
            to.text(NAMES_IN_BYTES[rank - 1]);
        } else {
            to.text(PREFIX).number(rank, MIN_DIGITS);
        }
    }
}
