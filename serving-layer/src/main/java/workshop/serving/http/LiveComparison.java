package workshop.serving.http;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import workshop.transactions.Total;

/**
 * Lambda's merged totals and Kappa's beside a recount without Spark, customer by customer, all of about one instant.
 *
 * @param state {@code ready}, {@code waiting} for the first, {@code failed}, or {@code off}
 * @param at when the totals were read
 * @param version of Kappa whose totals these are; null if there is none
 * @param rows those first that differ without a reason, then the others that differ; else in the order that was given
 * @param detail of a failure
 */
public record LiveComparison(
        String state,
        @Nullable Instant at,
        @Nullable String version,
        List<Row> rows,
        @Nullable Long tookMs,
        @Nullable String detail) {
    public static final LiveComparison WAITING = without("waiting", null);
    public static final LiveComparison OFF = without("off", null);

    public LiveComparison {
        requireNonNull(state, "state is null");
        rows = rows.stream().sorted(Comparator.comparingInt(Row::rank)).toList();
    }

    private static LiveComparison without(String state, @Nullable String detail) {
        return new LiveComparison(state, null, null, List.of(), null, detail);
    }

    public static LiveComparison ready(Instant at, @Nullable String version, List<Row> rows, long tookMs) {
        return new LiveComparison("ready", at, version, rows, tookMs, null);
    }

    public static LiveComparison failed(String detail) {
        return without("failed", detail);
    }

    /** How many customers differ: they are the first rows. */
    long differing() {
        return rows.stream().takeWhile(Row::differs).count();
    }

    /** How many of these do so without a reason. */
    long unexplained() {
        return rows.stream().takeWhile(row -> !row.explained()).count();
    }

    /**
     * A customer. Amounts in currency units with two decimals.
     *
     * @param merged batch + speed
     * @param kappa null if no version is there, as its difference then
     * @param mergedDifference merged - recount
     * @param kappaDifference kappa - recount
     * @param reasons for the differences, as sentences; they may add up to nothing
     * @param explained whether they are all the reasons that there are
     */
    public record Row(
            String customer,
            BigDecimal batch,
            BigDecimal speed,
            BigDecimal merged,
            @Nullable BigDecimal kappa,
            BigDecimal recount,
            BigDecimal mergedDifference,
            @Nullable BigDecimal kappaDifference,
            List<String> reasons,
            boolean explained) {
        public Row {
            requireNonNull(customer, "customer is null");
            batch = exact(batch);
            speed = exact(speed);
            merged = exact(merged);
            kappa = exact(kappa);
            recount = exact(recount);
            mergedDifference = exact(mergedDifference);
            kappaDifference = exact(kappaDifference);
            reasons = List.copyOf(reasons);
        }

        /** Explained if it is equal, or has a reason. */
        public Row(
                String customer,
                BigDecimal batch,
                BigDecimal speed,
                BigDecimal merged,
                @Nullable BigDecimal kappa,
                BigDecimal recount,
                BigDecimal mergedDifference,
                @Nullable BigDecimal kappaDifference,
                List<String> reasons) {
            this(
                    customer,
                    batch,
                    speed,
                    merged,
                    kappa,
                    recount,
                    mergedDifference,
                    kappaDifference,
                    reasons,
                    !reasons.isEmpty() || (!isSome(mergedDifference) && !isSome(kappaDifference)));
        }

        /** @throws ArithmeticException rather than round */
        private static @Nullable BigDecimal exact(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.setScale(Total.DECIMALS);
        }

        boolean differs() {
            return !explained || !reasons.isEmpty() || isSome(mergedDifference) || isSome(kappaDifference);
        }

        private int rank() {
            return !explained ? 0 : differs() ? 1 : 2;
        }

        private static boolean isSome(@Nullable BigDecimal difference) {
            return difference != null && difference.signum() != 0;
        }
    }
}
