package workshop.lab.commands;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workshop.handoff.CountedLog;
import workshop.handoff.Database;
import workshop.handoff.SameLog;
import workshop.handoff.TopicLog;
import workshop.lab.services.JobNote;
import workshop.lab.services.JobNotes;
import workshop.lab.services.ServiceStatus;
import workshop.lab.text.Brief;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.settings.Plural;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.Rule;

@Command(
        name = "status",
        header = "Kafka and PostgreSQL: running or not, ports, versions; the topic, the epoch, the lag.",
        description =
                "And the jobs of this home that run: speed, batch, kappa, dashboard; those of containers or of other"
                        + " machines are not seen. Exit code 1 where Kafka or PostgreSQL does not run, or where the log is"
                        + " not the one that was counted.")
final class StatusCommand implements Callable<Integer> {
    /** What a student asks of a partition; the moments are the same for all of them, so they stand above. */
    static final List<String> COVERED =
            List.of("partition", "batch_to", "speed_to", "covered_to", "speed_accepted", "speed_rejected");

    @Mixin
    private Common common;

    @Mixin
    private WideOption wide;

    @Override
    public Integer call() {
        if (!Common.isElsewhere(System.getenv())) {
            boolean running = true;
            for (ServiceStatus status : common.services().status()) {
                System.out.println(line(status));
                running &= status.condition() == ServiceStatus.Condition.RUNNING;
            }
            if (!running) {
                System.out.println("Next: ./workshop up" + common.homeOption());
                return 1;
            }
            JobNotes.of(common.home()).running().forEach(note -> System.out.println(line(note)));
        }
        Settings settings = common.settings();
        try (TopicLog log = new TopicLog(settings);
                SameLog same = new SameLog(log)) {
            Optional<WorkshopException> anotherLog = same.objection(counted(settings));
            Map<Integer, Long> ends = log.recordEnds();
            Rows coverage = QueryCommand.rows(settings, View.coverage, null);
            System.out.print(text(settings, ends, lag(ends, log, coverage, anotherLog.isPresent()), coverage));
            if (!coverage.rows().isEmpty()) {
                System.out.print(Format.TABLE.write(wide.isBrief(Format.TABLE) ? coverage.only(COVERED) : coverage));
            }
            System.out.print(rules(QueryCommand.rows(settings, View.counting_rules, null)));
            System.out.print(TwinCustomers.among(settings));
            anotherLog.ifPresent(why -> {
                throw why;
            });
        }
        return 0;
    }

    private static CountedLog counted(Settings settings) {
        try (Connection connection = Database.connect(settings, Role.READER)) {
            return CountedLog.read(connection);
        } catch (SQLException e) {
            throw Database.refused(settings, Role.READER, e);
        }
    }

    private static String line(ServiceStatus status) {
        String what =
                switch (status.condition()) {
                    case RUNNING -> "running";
                    case SILENT -> "its process lives, but does not answer";
                    case STOPPED -> "stopped";
                    case DIED -> "died: it was started, and its process is gone";
                };
        String version = status.version() == null ? "" : status.version();
        String process = status.pid() == 0
                ? ""
                : String.format(Locale.ROOT, ", 127.0.0.1:%d, process %d", status.port(), status.pid());
        return String.format(Locale.ROOT, "%-11s %-7s %s%s", status.name(), version, what, process);
    }

    private static String line(JobNote note) {
        String page = note.port() == 0 ? "" : ", http://127.0.0.1:" + note.port() + "/";
        return String.format(Locale.ROOT, "%-11s %s: running, process %d%s", "job", note.job(), note.pid(), page);
    }

    /** What is not counted yet. Offsets of another log cannot be compared with those that were counted. */
    private static String lag(Map<Integer, Long> ends, TopicLog log, Rows coverage, boolean isAnotherLog) {
        if (isAnotherLog) {
            return "not known: this is not the log that was counted";
        }
        Map<Integer, Long> covered = coverage.only(List.of("partition", "covered_to")).rows().stream()
                .collect(Collectors.toMap(row -> (Integer) row.get(0), row -> (Long) row.get(1)));
        long lag = ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - covered.getOrDefault(end.getKey(), 0L)))
                .sum();
        long held = log.heldByOpenTransactions();
        return Plural.of(lag, "record") + " not counted yet"
                + (held == 0
                        ? ""
                        : "; " + Plural.of(held, "offset waits", "offsets wait")
                                + " for the end of an open transaction");
    }

    /** Topic, lag and epoch, from the log's ends and the view coverage. */
    private static String text(Settings settings, Map<Integer, Long> ends, String lag, Rows coverage) {
        long records = ends.values().stream().mapToLong(Long::longValue).sum();
        return String.format(
                Locale.ROOT,
                "topic       %s: %s, %s%nlag         %s%nepoch       %s%n%s",
                settings.topic(),
                Plural.of(ends.size(), "partition"),
                Plural.of(records, "record"),
                lag,
                last(coverage, "published_at")
                        .map(moment -> coverage.only(List.of("published_epoch"))
                                        .rows()
                                        .get(0)
                                        .get(0) + " published, " + moment)
                        .orElse("none published"),
                last(coverage, "speed_updated_at")
                        .map(moment -> "speed       last commit " + moment + System.lineSeparator())
                        .orElse(""));
    }

    /** The latest of a column's moments, to the second. */
    private static Optional<String> last(Rows coverage, String column) {
        return coverage.only(List.of(column)).rows().stream()
                .map(row -> (String) row.get(0))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Brief::second);
    }

    /** By which rules the merged totals count; nothing if it is the one that everything counts. */
    private static String rules(Rows rules) {
        Map<String, Set<String>> byLayer = new TreeMap<>();
        for (List<Object> row : rules.rows()) {
            byLayer.computeIfAbsent((String) row.get(0), layer -> new TreeSet<>())
                    .add((String) row.get(4));
        }
        Set<String> all = new TreeSet<>();
        byLayer.values().forEach(all::addAll);
        if (all.isEmpty() || all.equals(Set.of(Rule.ALL.label()))) {
            return "";
        }
        String layers = byLayer.entrySet().stream()
                .map(layer -> layer.getKey() + ": " + String.join(", ", layer.getValue()))
                .collect(Collectors.joining("; "));
        return "rules       " + layers
                + (all.size() > 1 ? "; the totals mix them until a batch covers what the other rule has counted" : "")
                + System.lineSeparator();
    }
}
