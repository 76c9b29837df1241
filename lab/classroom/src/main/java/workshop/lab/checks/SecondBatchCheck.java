package workshop.lab.checks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import workshop.settings.Plural;
import workshop.settings.Role;

/** The second batch: it has taken over what the speed layer had, archived it, and removed the duplicates. */
final class SecondBatchCheck implements StepCheck {
    /** The epoch that the step publishes, if none was published in between. */
    static final int EPOCH = 2;

    @Override
    public int step() {
        return 8;
    }

    @Override
    public String title() {
        return "The second batch";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) throws IOException {
        int published = evidence.cuts().published();
        if (published < EPOCH) {
            findings.missing(
                    published == 0 ? "No batch has published yet." : "Only epoch 1 is published.",
                    "The second batch was not run yet, or it was stopped before its end; the next one takes it up.",
                    evidence.command("batch"));
            return;
        }
        findings.ok("Epoch %d is published.", published);
        cover(evidence, findings);
        lake(evidence, findings);
        duplicates(evidence, findings);
        new Agreement(evidence, findings, step()).mergedTotals();
    }

    private static void cover(Evidence evidence, StepFindings findings) {
        EventsFile events = evidence.events();
        DeclaredCuts cuts = evidence.cuts();
        Map<ByteBuffer, Integer> open = new HashMap<>(events.lines());
        for (TopicRecord record : evidence.log()) {
            if (cuts.covers(cuts.published(), record)) {
                open.computeIfPresent(record.content(), (line, times) -> times > 1 ? times - 1 : null);
            }
        }
        int lines = open.values().stream().mapToInt(Integer::intValue).sum();
        if (lines == 0) {
            findings.ok("Its cut covers all %s of %s.", Plural.of(events.size(), "line"), events.shown());
        } else {
            findings.missing(
                    StepFindings.text(
                            "Of the %s of %s, %s not before the cut of epoch %d.",
                            Plural.of(events.size(), "line"),
                            events.shown(),
                            Plural.of(lines, "is", "are"),
                            cuts.published()),
                    "The batch ran before they were sent; " + evidence.command("check 4")
                            + " tells whether they are there.",
                    evidence.command("batch") + ", once they are sent");
        }
    }

    private record Archive(int epoch, long records) {}

    private static void lake(Evidence evidence, StepFindings findings) throws IOException {
        Map<Integer, Long> inLog = new HashMap<>();
        evidence.log().forEach(record -> inLog.merge(evidence.cuts().epochOf(record), 1L, Long::sum));
        Map<Integer, Long> known = new HashMap<>();
        for (Archive archive : evidence.all(Role.OWNER, "select-archives.sql", Archive.class)) {
            known.put(archive.epoch(), archive.records());
        }
        Path lake = Path.of(evidence.settings().lake());
        long all = 0;
        boolean isWhole = true;
        for (int epoch = 1; epoch <= evidence.cuts().published(); epoch++) {
            long records = inLog.getOrDefault(epoch, 0L);
            all += records;
            isWhole &=
                    records == 0 || isArchived(evidence, lake, epoch, records, known.getOrDefault(epoch, 0L), findings);
        }
        if (isWhole) {
            findings.ok("The lake holds the %s of the log before the cut, epoch by epoch.", Plural.of(all, "record"));
        }
    }

    /**
     * @param records of the epoch in the log
     * @param known as PostgreSQL has it
     */
    private static boolean isArchived(
            Evidence evidence, Path lake, int epoch, long records, long known, StepFindings findings)
            throws IOException {
        Path folder = ArchivedEpoch.folder(lake, epoch);
        OptionalLong found = ArchivedEpoch.records(folder);
        if (found.isEmpty()) {
            findings.wrong(
                    "The lake has no archive of epoch " + epoch + " in "
                            + evidence.place().shown(folder) + ".",
                    "It was deleted; the log still has its records.",
                    evidence.command("batch") + ", which archives it again from the log");
        } else if (found.getAsLong() != records || known != records) {
            findings.wrong(
                    StepFindings.text(
                            "Epoch %d has %s in the log, %,d in the lake, and %,d by the table archives.",
                            epoch, Plural.of(records, "record"), found.getAsLong(), known),
                    Files.exists(folder) && found.getAsLong() != records
                            ? "Files of the lake were deleted or changed."
                            : "The table was changed by hand.",
                    found.getAsLong() != records
                            ? "rm -r '" + evidence.place().shown(folder) + "', then " + evidence.command("batch")
                            : evidence.command("step 8") + ", then " + evidence.command("batch"));
        } else {
            return true;
        }
        return false;
    }

    private static void duplicates(Evidence evidence, StepFindings findings) {
        long reported = evidence.batch().duplicates();
        long recounted = evidence.verification().duplicates();
        if (reported == recounted) {
            findings.ok("No duplicate is left before the cut: the batch has taken out %,d.", reported);
        } else {
            findings.wrong(
                    StepFindings.text(
                            "The batch says that it took out %s; the recount finds %,d before the cut.",
                            Plural.of(reported, "duplicate"), recounted),
                    "The report was changed, or the files and the log are others than those that were read.",
                    evidence.command("batch") + ", which counts everything anew");
        }
    }
}
