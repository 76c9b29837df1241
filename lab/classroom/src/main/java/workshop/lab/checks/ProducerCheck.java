package workshop.lab.checks;

import workshop.settings.Plural;

/** Every line of the events file stands in the topic exactly once. What else is there is of other steps. */
final class ProducerCheck implements StepCheck {
    @Override
    public int step() {
        return 4;
    }

    @Override
    public String title() {
        return "The topic and the producer";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        EventsFile events = evidence.events();
        findings.ok(
                "The topic %s has %s.",
                evidence.settings().topic(), Plural.of(evidence.log().size(), "record"));
        EventCopies copies = EventCopies.of(events, evidence.log());
        String all = "the " + Plural.of(events.size(), "line") + " of " + events.shown();
        String produce = evidence.command("produce --file " + events.shown());
        if (copies.missing() == 0 && copies.repeated() == 0) {
            findings.ok("Each of %s stands in the topic exactly once.", all);
        } else if (copies.missing() == events.size()) {
            findings.missing(
                    "None of " + all + " stands in the topic.",
                    "They were not sent yet, or to other services.",
                    produce);
        } else {
            spoilt(copies, all, events.size(), evidence.command("step 4") + ", then " + produce, findings);
        }
    }

    private static void spoilt(EventCopies copies, String all, int size, String again, StepFindings findings) {
        if (copies.repeated() == size) {
            findings.wrong(
                    "Each of " + all + " stands in the topic more than once.",
                    "The file was sent twice, and a topic keeps all that it gets. " + copies.afterABatch(),
                    again);
        } else if (copies.repeated() > 0) {
            findings.wrong(
                    StepFindings.text(
                            "Of %s, %s in the topic more than once, and %s missing.",
                            all,
                            Plural.of(copies.repeated(), "stands", "stand"),
                            Plural.of(copies.missing(), "is", "are")),
                    "A part of the file was sent again. " + copies.afterABatch(),
                    again);
        } else {
            findings.wrong(
                    StepFindings.text("Of %s, %s missing in the topic.", all, Plural.of(copies.missing(), "is", "are")),
                    "The producer was stopped before its end, or the file was changed; to send it again would double what is"
                            + " there.",
                    again);
        }
    }
}
