package workshop.lab.checks;

import workshop.settings.Plural;

/** The student's own event is counted, and so is everything else. */
final class SpeedCheck implements StepCheck {
    private static final GuideRecord MINE =
            new GuideRecord("MY-1", "{\"transaction_id\": \"MY-1\", \"customer\": \"Ali\", \"amount\": 10.00}");

    @Override
    public int step() {
        return 5;
    }

    @Override
    public String title() {
        return "The speed layer";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        long counted = evidence.coverage().stream()
                .mapToLong(partition -> partition.accepted() + partition.rejected())
                .sum();
        if (counted > 0) {
            findings.ok("The speed layer has counted %s so far.", Plural.of(counted, "record"));
        } else {
            findings.missing(
                    "The speed layer has counted nothing yet.",
                    evidence.log().isEmpty()
                            ? "The topic is empty: the events of step 4 were not sent."
                            : "It was not started, or its start failed.",
                    evidence.log().isEmpty()
                            ? evidence.command("check 4")
                            : evidence.command("speed") + " in another terminal");
        }
        MINE.look(evidence, findings);
        Agreement agreement = new Agreement(evidence, findings, step());
        agreement.nothingWaits();
        agreement.mergedTotals();
    }
}
