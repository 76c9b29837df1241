package workshop.producer.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import workshop.producer.random.Randomness;

/**
 * What is sent to Kafka. Most events do not say when they happened: then the time of the Kafka record counts. Flaws are
 * in both halves, so that a batch run between them meets some and leaves some to the speed layer.
 */
final class Events {
    private static final int LAST = 1_200;
    private static final int HALF = LAST / 2;
    /** Late events come in a row, from a card terminal that was offline and has its line back. */
    private static final int LATE_IN_A_ROW = 12;

    private static final int LATE_SECONDS_BETWEEN = 300;

    /** One in so many comes from an old till, which speaks version 1 of the contract: it knows no ids. */
    private static final int VERSION_1_EVERY = 50;

    private static final Instant FIRST_OFFLINE = Instant.parse("2026-03-05T14:00:00Z");
    private static final Instant SECOND_OFFLINE = Instant.parse("2026-03-05T16:00:00Z");

    private Events() {}

    /** @param repeated a transaction of the history that is sent once more */
    static List<String> generate(Randomness randomness, DatasetLine repeated) {
        Draft draft = new Draft(randomness, entries(randomness));
        late(draft, draft.takeRun(150, 400, LATE_IN_A_ROW), FIRST_OFFLINE);
        late(draft, draft.takeRun(HALF + 150, HALF + 400, LATE_IN_A_ROW), SECOND_OFFLINE);

        draft.flaw(Flaw.THREE_DECIMALS, 50, HALF);
        draft.flaw(Flaw.BROKEN_JSON, 50, HALF);
        draft.flaw(Flaw.CUSTOMER_MISSING, HALF + 1, LAST);
        draft.flaw(Flaw.THREE_DECIMALS, HALF + 1, LAST);

        draft.duplicate(50, 300, 301, HALF);
        draft.duplicate(50, HALF, HALF + 1, LAST);
        draft.duplicate(HALF + 1, 900, 901, LAST);
        draft.conflictingDuplicate(50, HALF, HALF + 1, LAST);
        draft.put(draft.take(300, HALF), repeated.json());
        for (int line = VERSION_1_EVERY / 2; line <= LAST; line += VERSION_1_EVERY) {
            draft.forgetId(line);
        }
        return draft.lines();
    }

    private static List<DatasetLine> entries(Randomness randomness) {
        Sales sales = new Sales(randomness);
        List<DatasetLine> entries = new ArrayList<>();
        for (int line = 1; line <= LAST; line++) {
            entries.add(sales.next(String.format(Locale.ROOT, "E-%06d", line)));
        }
        return entries;
    }

    private static void late(Draft draft, int first, Instant since) {
        for (int i = 0; i < LATE_IN_A_ROW; i++) {
            Instant then = since.plusSeconds((long) i * LATE_SECONDS_BETWEEN);
            DatasetLine late = draft.entry(first + i).withTimestamp(then.toString());
            draft.put(first + i, late.json());
        }
    }
}
