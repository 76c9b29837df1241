package workshop.kappa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.LongConsumer;
import workshop.handoff.Database;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.settings.Plural;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.history.HistoryFile;
import workshop.transactions.history.LocalFile;

/**
 * Puts a history file into the log, record by record as it stands, once: a file that is there already, under this path or
 * another, is recognised, and a load that died goes on with what is missing.
 */
public final class HistoryLoad {
    private final Settings settings;
    private final LongConsumer progress;

    /** @param progress is told how many records were sent */
    public HistoryLoad(Settings settings, LongConsumer progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * What a load did.
     *
     * @param path of the file in the log: another than was asked for, where that is a copy of it
     * @param records of the file, all of which are in the log now
     * @param sent of these, by this load
     */
    public record Report(String path, long records, long sent) {}

    /** @throws WorkshopException where the file cannot be read, has changed since it was loaded, or Kafka fails */
    public Report load(Path file) {
        LocalFile input = LocalFile.at(file.toAbsolutePath().normalize());
        String path = input.name();
        try (TopicLog log = new TopicLog(settings.kafka(), settings.historyTopic());
                Connection connection = Database.connect(settings, Role.KAPPA);
                HistoryRegister register = new HistoryRegister(connection)) {
            register.lock();
            log.requireNotCompacted();
            String sha256 = input.sha256();
            String topicId = log.topicId();
            Report copy = register.findCopy(path, sha256, topicId).orElse(null);
            if (copy != null) {
                return copy;
            }
            HistoryRegister.Entry entry = claim(register, log, topicId, input, sha256);
            if (entry.records() != null) {
                return new Report(path, entry.records(), 0);
            }
            LoadedRecords there = LoadedRecords.of(settings, path, entry.begins(), log.endOffsets());
            HistorySender.Sent sent = send(input, entry.begins().length, there);
            requireWhole(path, entry.begins(), log.endOffsets(), sent.records());
            register.finish(path, sent.records());
            return new Report(path, sent.records(), sent.sent());
        } catch (SQLException e) {
            throw Database.refused(settings, Role.KAPPA, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HistorySender.Sent send(LocalFile input, int partitions, LoadedRecords there) throws IOException {
        try (HistorySender sender = new HistorySender(settings, input.name(), partitions, there, progress)) {
            HistoryFile.read(input, sender);
            return sender.finish();
        }
    }

    private HistoryRegister.Entry claim(
            HistoryRegister register, TopicLog log, String topicId, LocalFile input, String sha256)
            throws SQLException, IOException {
        HistoryRegister.Entry known = register.find(input.name()).orElse(null);
        if (known == null) {
            register.requireNoneUnfinished(input.name());
            long[] begins = log.endOffsets().values().stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            known = new HistoryRegister.Entry(topicId, input.length(), sha256, begins, null);
            register.begin(
                    input.name(),
                    Files.getLastModifiedTime(Path.of(input.name())).toInstant(),
                    known);
            return known;
        }
        if (!known.topicId().equals(topicId)) {
            throw TopicIdentity.anotherTopic(log.topic(), log.topic());
        }
        if (!known.sha256().equals(sha256) && known.records() == null) {
            throw WorkshopException.failed(
                    "The file " + input.name() + " has changed since its load began, which did not come to its end.",
                    "A part of it is in the log as it was, " + known.bytes()
                            + " bytes long; the rest is not known any more.",
                    "put the file back as it was, then the same again; or ./workshop reset, to begin anew");
        }
        if (!known.sha256().equals(sha256)) {
            throw WorkshopException.failed(
                    "The file " + input.name() + " has changed since it was loaded.",
                    "It had " + known.bytes() + " bytes, and its records are in the log, which cannot be changed.",
                    "put what is new into a file of its own and load that; or ./workshop reset, to begin anew");
        }
        return known;
    }

    /** Every partition must hold its part of the file, no record less or more. */
    private static void requireWhole(String path, long[] begins, Map<Integer, Long> ends, long records) {
        for (int partition = 0; partition < begins.length; partition++) {
            long wanted = (records + begins.length - 1 - partition) / begins.length;
            long found = ends.get(partition) - begins[partition];
            if (found != wanted) {
                throw WorkshopException.failed(
                        "Of " + path + " the log holds " + Plural.of(found, "record") + " in partition " + partition
                                + ", not " + wanted + ".",
                        "Kafka failed in the middle of an earlier load, or something else writes to this topic.",
                        "./workshop reset, to begin anew");
            }
        }
    }
}
