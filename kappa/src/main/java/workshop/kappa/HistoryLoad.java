package workshop.kappa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.LongConsumer;
import workshop.handoff.Database;
import workshop.handoff.TopicLog;
import workshop.settings.Advice;
import workshop.settings.Plural;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.history.HistoryFile;

/**
 * Puts a history file into the log, record by record as it stands, once: a file that is there already, under this path or
 * another, is recognised, a load that died goes on with what is missing, and of a file that has grown what was appended is put
 * behind the rest.
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
     * @param path of the file in the log: another than was asked for, if that is a copy of it
     * @param records of the file, all of which are in the log now
     * @param sent of these, by this load
     * @param before of these, there before records were appended to the file; 0 if none were
     */
    public record Report(String path, long records, long sent, long before) {}

    /** @throws WorkshopException if the file cannot be read, has changed in what is loaded, or Kafka fails */
    public Report load(Path path) {
        try (TopicLog log = new TopicLog(settings.kafka(), settings.historyTopic());
                Connection connection = Database.connect(settings, Role.KAPPA);
                HistoryRegister register = new HistoryRegister(connection)) {
            FileState file = FileState.of(path);
            register.lock();
            log.requireNotCompacted();
            String topicId = log.topicId();
            Report copy = register.findCopy(file, topicId).orElse(null);
            if (copy != null) {
                return copy;
            }
            HistoryRegister.Entry entry = new HistoryClaim(register, log, topicId, file).entry();
            return entry.records() != null
                    ? new Report(file.path(), entry.records(), 0, 0)
                    : load(register, log, file, entry);
        } catch (SQLException e) {
            throw Database.refused(settings, Role.KAPPA, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Report load(HistoryRegister register, TopicLog log, FileState file, HistoryRegister.Entry entry)
            throws SQLException, IOException {
        LoadedRecords there = LoadedRecords.of(settings, file.path(), entry.begins(), log.endOffsets());
        HistorySender.Sent sent = send(file, entry, there);
        file.requireUnchanged();
        requireWhole(file.path(), entry.begins(), log.endOffsets(), sent.records());
        long records = entry.loadedRecords() + sent.records();
        register.finish(file.path(), records);
        return new Report(file.path(), records, sent.sent(), entry.loadedRecords());
    }

    private HistorySender.Sent send(FileState file, HistoryRegister.Entry entry, LoadedRecords there)
            throws IOException {
        int partitions = entry.begins().length;
        try (HistorySender sender =
                new HistorySender(settings, file.path(), partitions, entry.loadedBytes(), there, progress)) {
            HistoryFile.read(file.file(), sender);
            return sender.finish();
        }
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
                        Advice.BEGIN_ANEW);
            }
        }
    }
}
