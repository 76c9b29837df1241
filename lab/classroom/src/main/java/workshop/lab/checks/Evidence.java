package workshop.lab.checks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.handoff.TopicLog;
import workshop.lab.text.Rows;
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

    private Evidence(Workplace place) {
        this.place = place;
        this.progress = GuideProgress.of(place.home());
        this.verification = new Lazy<>(() -> Verification.run(place.settings()));
        this.log = new Lazy<>(this::readLog);
        this.cuts = new Lazy<>(() -> DeclaredCuts.of(rows("select-cuts.sql")));
        this.events = new Lazy<>(() -> EventsFile.of(place, rows("select-history.sql")));
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
        return rows("select-rules.sql").rows().stream()
                .filter(batch -> batch.get(0).equals(epoch))
                .map(batch -> Rule.labelled((String) batch.get(1)))
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

    /** What a statement beside this class selects, by the role reader. */
    Rows rows(String file) {
        return rows(Role.READER, file);
    }

    Rows rows(Role role, String file) {
        try (Connection connection = Database.connect(settings(), role);
                PreparedStatement select = connection.prepareStatement(Sql.load(Evidence.class, file));
                ResultSet results = select.executeQuery()) {
            return Rows.of(results);
        } catch (SQLException e) {
            throw Database.refused(settings(), role, e);
        }
    }
}
