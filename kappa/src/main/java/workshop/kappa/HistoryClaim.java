package workshop.kappa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Plural;
import workshop.settings.WorkshopException;
import workshop.transactions.history.ContentDigest;
import workshop.transactions.history.ContentDigest.Standing;

/**
 * What is to be loaded of a file: nothing, what is missing of a load that died, what was appended since, or all of it. What is
 * in the log cannot be changed, so a file that has changed is refused.
 */
record HistoryClaim(HistoryRegister register, TopicLog log, String topicId, FileState file) {
    /** The file's entry in the register: of a file that is there, of a load that died, or a new one. */
    HistoryRegister.Entry entry() throws SQLException, IOException {
        HistoryRegister.Entry known = register.find(file.path()).orElse(null);
        if (known != null) {
            TopicIdentity.require(log, known.topicId());
        }
        Standing standing = known == null ? null : known.held().standing(file.file());
        if (standing == Standing.SAME) {
            return known;
        }
        requireLoadable(known, standing);
        register.requireNoneUnfinished(file.path());
        long[] begins =
                log.endOffsets().values().stream().mapToLong(Long::longValue).toArray();
        if (known == null) {
            requireNotMoved();
            register.begin(file, topicId, begins);
        } else {
            register.append(file, topicId, begins);
        }
        return register.find(file.path()).orElseThrow();
    }

    /** A file that was moved and then grew would be in the log twice, and once in a batch. */
    private void requireNotMoved() throws SQLException, IOException {
        for (Map.Entry<String, ContentDigest> loaded : register.loaded().entrySet()) {
            String path = loaded.getKey();
            if (!Files.exists(Path.of(path)) && loaded.getValue().standing(file.file()) == Standing.APPENDED) {
                throw WorkshopException.failed(
                        "The file " + file.path() + " begins with all that is in the log of " + path
                                + ", which is not there any more.",
                        "If it is the same file, moved and then appended to, its first records would be in the log twice.",
                        Advice.of("move it back to " + path + ", then ", Command.KAPPA_LOAD_HISTORY.with(path)));
            }
        }
    }

    /** @param known null if the file is new, as {@code standing} is */
    private void requireLoadable(HistoryRegister.Entry known, Standing standing) {
        if (known != null && known.records() == null) {
            throw WorkshopException.failed(
                    "The file " + file.path() + " has changed since its load began, which did not come to its end.",
                    "A part of it is in the log as it was, with "
                            + Plural.of(known.held().bytes(), "byte") + " of records; the rest is not known any more.",
                    Advice.of("put the file back as it was, then the same again; or ", Advice.BEGIN_ANEW));
        }
        if (standing == Standing.CHANGED) {
            throw WorkshopException.failed(
                    "The file " + file.path() + " has changed since it was loaded.",
                    "It does not begin with the " + Plural.of(known.held().bytes(), "byte")
                            + " of records that are in the log, which cannot be changed.",
                    Advice.of(
                            "put the file back as it was, with what is new behind it or in a file of its own; or ",
                            Advice.BEGIN_ANEW));
        }
    }
}
