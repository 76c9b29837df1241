package workshop.lab.checks;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Every line of the events file stands in the topic exactly once. What else is there is of other steps. */
final class ProducerCheck implements Check {
    @Override
    public int step() {
        return 4;
    }

    @Override
    public String title() {
        return "The topic and the producer";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        EventsFile events = evidence.events();
        Map<ByteBuffer, Integer> inLog = new HashMap<>();
        for (Logged record : evidence.log()) {
            if (events.lines().containsKey(record.content())) {
                inLog.merge(record.content(), 1, Integer::sum);
            }
        }
        int missing = 0;
        int repeated = 0;
        for (Map.Entry<ByteBuffer, Integer> line : events.lines().entrySet()) {
            int times = inLog.getOrDefault(line.getKey(), 0);
            missing += Math.max(0, line.getValue() - times);
            repeated += times > line.getValue() ? line.getValue() : 0;
        }
        findings.ok(
                "The topic %s has %,d records.",
                evidence.settings().topic(), evidence.log().size());
        report(evidence, missing, repeated, inLog.isEmpty(), findings);
    }

    private static void report(Evidence evidence, int missing, int repeated, boolean none, Findings findings) {
        EventsFile events = evidence.events();
        String all = Findings.text("the %,d lines of %s", events.size(), events.shown());
        String produce = evidence.command("produce --file " + events.shown());
        if (missing == 0 && repeated == 0) {
            findings.ok("Each of %s stands in the topic exactly once.", all);
        } else if (none) {
            findings.missing(
                    "None of " + all + " stands in the topic.",
                    "They were not sent yet, or to other services.",
                    produce);
        } else {
            spoilt(evidence, all, missing, repeated, evidence.command("step 4") + ", then " + produce, findings);
        }
    }

    private static void spoilt(
            Evidence evidence, String all, int missing, int repeated, String again, Findings findings) {
        if (repeated == evidence.events().size()) {
            findings.wrong(
                    "Each of " + all + " stands in the topic more than once.",
                    "The file was sent twice: a topic keeps all that it gets, so the second time doubles the amounts of all"
                            + " lines without an id.",
                    again);
        } else if (repeated > 0) {
            findings.wrong(
                    Findings.text(
                            "Of %s, %,d stand in the topic more than once and %,d are missing.",
                            all, repeated, missing),
                    "A part of the file was sent again.",
                    again);
        } else {
            findings.wrong(
                    Findings.text("Of %s, %,d are missing in the topic.", all, missing),
                    "The producer was stopped before its end, or the file was changed; to send it again would double what is"
                            + " there.",
                    again);
        }
    }
}
