package workshop.lab.checks;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import workshop.lab.verify.DeadLetter;
import workshop.lab.verify.DeadLetterReader;
import workshop.settings.Plural;
import workshop.transactions.RecordPlace;
import workshop.transactions.Verdict.Rejected;

/** Every rejected record has a dead letter with its reason, the student's own among them, and nothing is lost. */
final class BadDataCheck implements StepCheck {
    private static final String FILE = "bad.json";

    @Override
    public int step() {
        return 10;
    }

    @Override
    public String title() {
        return "Bad data and dead letters";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        List<TopicRecord> rejected = evidence.log().stream()
                .filter(record -> record.verdict() instanceof Rejected)
                .toList();
        own(evidence, rejected, findings);
        SpeedCounts counts = SpeedCounts.of(evidence);
        letters(evidence, counts, rejected, findings);
        counts.report(evidence, findings);
        new Agreement(evidence, findings, step()).nothingWaits();
    }

    /** The lines of bad.json that break the contract; if the file is gone, records that name an id of it. */
    @SuppressWarnings("ByteBufferBackingArray") // EventsFile wraps whole arrays
    private static void own(Evidence evidence, List<TopicRecord> rejected, StepFindings findings) {
        Path file = evidence.place().own(FILE);
        String send = evidence.command("produce --file " + FILE);
        if (!Files.isRegularFile(file)) {
            withoutFile(evidence, rejected, findings);
            return;
        }
        Set<ByteBuffer> lines = EventsFile.linesOf(file).keySet().stream()
                .filter(line -> new TopicRecord(0, 0, line.array()).verdict() instanceof Rejected)
                .collect(Collectors.toCollection(HashSet::new));
        int all = lines.size();
        rejected.forEach(record -> lines.remove(record.content()));
        if (all == 0) {
            findings.wrong(
                    "The contract accepts every line of " + FILE + ".",
                    "The file was changed: it must have lines that break the contract.",
                    "the command of step 10 in WORKSHOP.md that begins with: cat > " + FILE);
        } else if (lines.isEmpty()) {
            findings.ok(
                    "%s in the topic, and none is missing.",
                    Plural.of(all, "bad line of " + FILE + " is", "bad lines of " + FILE + " are"));
        } else {
            findings.missing(
                    StepFindings.text(
                            "Of the %s of %s, %s not in the topic.",
                            Plural.of(all, "bad line"), FILE, Plural.of(lines.size(), "is", "are")),
                    "The file was not sent, or was changed afterwards.",
                    send);
        }
    }

    private static void withoutFile(Evidence evidence, List<TopicRecord> rejected, StepFindings findings) {
        boolean isSent = new GuideRecord("BAD-1", "").in(evidence).stream().anyMatch(rejected::contains);
        if (isSent) {
            findings.ok("The records of %s are in the topic; the file is gone meanwhile.", FILE);
        } else {
            findings.missing(
                    "There is no file " + FILE + " in this folder.",
                    "It was not written yet, or stands in another folder than "
                            + evidence.place().folder().toAbsolutePath().normalize() + ".",
                    "the command of step 10 in WORKSHOP.md that begins with: cat > " + FILE);
        }
    }

    private static void letters(
            Evidence evidence, SpeedCounts counts, List<TopicRecord> rejected, StepFindings findings) {
        Map<RecordPlace, String> letters = DeadLetterReader.read(evidence.settings()).stream()
                .collect(Collectors.toMap(DeadLetter::origin, DeadLetter::reason));
        List<TopicRecord> expected =
                rejected.stream().filter(counts::isSpeedLayers).toList();
        long without = expected.stream()
                .filter(record -> !letters.containsKey(record.place()))
                .count();
        long right = expected.stream()
                .filter(record -> ((Rejected) record.verdict()).reason().code().equals(letters.get(record.place())))
                .count();
        long otherReason = expected.size() - without - right;
        String topic = evidence.settings().deadLetterTopic();
        if (right == expected.size()) {
            findings.ok(
                    "Each of the %s that the speed layer rejected is in %s with its reason.",
                    Plural.of(expected.size(), "record"), topic);
        } else {
            findings.wrong(
                    StepFindings.text(
                            "Of the %s that the speed layer rejected, %s no letter in %s%s.",
                            Plural.of(expected.size(), "record"),
                            Plural.of(without, "has", "have"),
                            topic,
                            otherReason == 0 ? "" : StepFindings.text(", %,d one with another reason", otherReason)),
                    "The topic was deleted or made anew, or somebody else writes to it: the layer sends a letter before it"
                            + " counts a record.",
                    evidence.command("step 10") + ", then the commands of the step");
        }
    }
}
