package workshop.lab.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workshop.handoff.Sql;
import workshop.handoff.TopicLog;
import workshop.lab.verify.Facts;
import workshop.lab.verify.LogReader;
import workshop.lab.verify.Verification;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.transactions.Rule;

/** What the checks look at. What takes long, the recount and the log, is read once for all checks of a run. */
public final class Evidence {
    private final Workplace place;
    private final GuideProgress progress;
    private final Lazy<Verification> verification;
    private final Lazy<List<TopicRecord>> log;
    private final Lazy<DeclaredCuts> cuts;
    private final Lazy<EventsFile> events;

    private record CountedEpoch(int epoch, String rule) {}

    private Evidence(Workplace place) {
        this.place = place;
        this.progress = GuideProgress.of(place.home());
        this.verification = new Lazy<>(() -> Verification.run(place.settings()));
        this.log = new Lazy<>(this::readLog);
        this.cuts = new Lazy<>(() -> DeclaredCuts.read(place.settings()));
        this.events = new Lazy<>(() -> EventsFile.of(place, history()));
    }

    public static Evidence of(Workplace place) {
        return new Evidence(place);
    }

    Workplace place() {
        return place;
    }

    Settings settings() {
        return place.settings();
    }

    String command(String arguments) {
        return place.command(arguments);
    }

    GuideProgress progress() {
        return progress;
    }

    /** The merged view held against the recount. */
    public Verification verification() {
        return verification.get();
    }

    /** All records of the topic, by partition and offset. */
    List<TopicRecord> log() {
        return log.get();
    }

    DeclaredCuts cuts() {
        return cuts.get();
    }

    /** By which an epoch's batch counted; later ones may count by another. */
    Rule rule(int epoch) {
        return all("select-rules.sql", CountedEpoch.class).stream()
                .filter(batch -> batch.epoch() == epoch)
                .map(batch -> Rule.labelled(batch.rule()))
                .findFirst()
                .orElse(Rule.ALL);
    }

    /** The events that belong to the history that was read. */
    EventsFile events() {
        return events.get();
    }

    private List<TopicRecord> readLog() {
        List<TopicRecord> records = new ArrayList<>();
        try (TopicLog ends = new TopicLog(settings());
                LogReader reader = new LogReader(settings())) {
            for (Map.Entry<Integer, Long> end : ends.endOffsets().entrySet()) {
                int partition = end.getKey();
                reader.read(
                        partition,
                        end.getValue(),
                        (offset, key, value) -> records.add(new TopicRecord(partition, offset, value)));
            }
        }
        return records;
    }

    /** The partitions that are counted, by their number. */
    List<CoveredPartition> coverage() {
        return all("select-coverage.sql", CoveredPartition.class);
    }

    /** The history files of the last batch, in their order. */
    List<ReadHistory> history() {
        return all("select-history.sql", ReadHistory.class);
    }

    /** What the last batch says of itself, once one has published. */
    ReportedBatch batch() {
        return all("select-batch-report.sql", ReportedBatch.class).get(0);
    }

    /** The merged view, by customer. */
    List<ServedTotal> totals() {
        return all("select-totals.sql", ServedTotal.class);
    }

    /** What a statement beside this class selects, by the role reader. */
    <T> List<T> all(String file, Class<T> row) {
        return all(Role.READER, file, row);
    }

    <T> List<T> all(Role role, String file, Class<T> row) {
        return Facts.select(settings(), role, Sql.load(Evidence.class, file), row);
    }
}
