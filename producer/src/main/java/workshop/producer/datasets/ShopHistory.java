package workshop.producer.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import workshop.producer.random.Randomness;

/**
 * Five days of a shop, 600 transactions a day, in the order of time. The number in a transaction's id is the number of
 * its line.
 *
 * @param repeated a transaction that an event will send once more
 */
record ShopHistory(List<String> lines, DatasetLine repeated) {
    private static final Instant OPENING_TIME = Instant.parse("2026-03-01T09:30:00Z");
    private static final int DAYS = 5;
    private static final int A_DAY = 600;
    private static final int LAST = DAYS * A_DAY;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int SECONDS_BETWEEN = 60;
    /** From tills that speak version 1 of the contract: no id, no time. */
    private static final double VERSION_1_PERCENT = 1;

    /** The original atelier, if Ali had 200 instead of 320. */
    private static final List<DatasetLine> FIRST =
            List.of(version1("Ali", "120"), version1("Sara", "90"), version1("Ali", "200"), version1("Omar", "150"));

    static ShopHistory generate(Randomness randomness) {
        Draft draft = new Draft(randomness, entries(randomness));
        int early = 20; // below it, all is plain
        for (Flaw flaw : List.of(
                Flaw.THREE_DECIMALS,
                Flaw.BROKEN_JSON,
                Flaw.BLANK_CUSTOMER,
                Flaw.AMOUNT_AS_STRING,
                Flaw.UNKNOWN_FIELD,
                Flaw.OTHER_ZONE)) {
            draft.flaw(flaw, early, LAST);
        }
        draft.duplicate(early, LAST / 2, LAST / 2 + 1, LAST);
        draft.conflictingDuplicate(early, LAST / 2, LAST / 2 + 1, LAST);
        DatasetLine repeated = draft.entry(draft.take(LAST - A_DAY, LAST));
        return new ShopHistory(draft.lines(), repeated);
    }

    private static List<DatasetLine> entries(Randomness randomness) {
        Sales sales = new Sales(randomness);
        List<DatasetLine> entries = new ArrayList<>(FIRST);
        for (int line = entries.size() + 1; line <= LAST; line++) {
            DatasetLine sale = sales.next(String.format(Locale.ROOT, "T-%06d", line));
            boolean old = randomness.chance(VERSION_1_PERCENT);
            entries.add(
                    old ? version1(sale.customer(), sale.amount()) : sale.withTimestamp(timestamp(line, randomness)));
        }
        return entries;
    }

    private static DatasetLine version1(String customer, String amount) {
        return new DatasetLine(null, customer, amount, null);
    }

    private static String timestamp(int line, Randomness randomness) {
        int day = (line - 1) / A_DAY;
        int minute = (line - 1) % A_DAY;
        long seconds =
                (long) day * SECONDS_PER_DAY + (long) minute * SECONDS_BETWEEN + randomness.below(SECONDS_BETWEEN);
        return OPENING_TIME.plusSeconds(seconds).toString();
    }
}
