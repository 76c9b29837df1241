package workshop.lab.checks;

import java.math.BigDecimal;
import java.time.Instant;

/** An event that happened before a cut and came after it is counted, whatever its clock says. */
final class LateDataCheck implements StepCheck {
    private static final GuideRecord LATE = new GuideRecord(
            "LATE-1",
            "{\"transaction_id\": \"LATE-1\", \"customer\": \"Mei\", \"amount\": 50.00, \"timestamp\":"
                    + " \"2026-03-05T18:00:00Z\"}");

    @Override
    public int step() {
        return 11;
    }

    @Override
    public String title() {
        return "Late data";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        TopicRecord record = LATE.look(evidence, findings);
        if (record != null) {
            late(evidence, record, findings);
            byClock(evidence, record.transaction().customer(), findings);
        }
        Agreement agreement = new Agreement(evidence, findings, step());
        agreement.nothingWaits();
        agreement.mergedTotals();
    }

    /** Whether it happened, by its own clock, before a cut that it stands behind. */
    private static void late(Evidence evidence, TopicRecord record, StepFindings findings) {
        int epoch = evidence.cuts().epochOf(record);
        Instant happened = record.transaction().timestamp();
        Instant cut = evidence.cuts().declared().get(epoch - 1);
        if (happened != null && cut != null && happened.isBefore(cut)) {
            findings.ok(
                    "It is late: it happened %s, before the cut of epoch %d (%s), and stands in epoch %d.",
                    LocalMinute.of(happened), epoch - 1, LocalMinute.of(cut), epoch);
        } else {
            findings.wrong(
                    "LATE-1 is not late.",
                    happened == null
                            ? "It has no timestamp, so the time of its arrival counts."
                            : cut == null
                                    ? "No cut was declared before it came: it was sent before the first batch."
                                    : "It happened " + happened + ", after the cut of epoch " + (epoch - 1)
                                            + " was declared (" + cut + ").",
                    evidence.command("step 11") + ", then the commands of the step");
        }
    }

    private record ByClock(String customer, BigDecimal total, BigDecimal byClock) {}

    /** Says what the wrong merge makes of it now: nothing to ask for, since the next batch hides it. */
    private static void byClock(Evidence evidence, String customer, StepFindings findings) {
        for (ByClock row : evidence.all("select-by-clock.sql", ByClock.class)) {
            if (row.customer().equals(customer)) {
                findings.ok(
                        row.total().equals(row.byClock())
                                ? "customer_totals_by_clock says %2$s of %1$s too, since a batch has counted it meanwhile."
                                : "customer_totals_by_clock has lost it: %1$s has %3$s there instead of %2$s.",
                        customer,
                        row.total(),
                        row.byClock());
            }
        }
    }
}
