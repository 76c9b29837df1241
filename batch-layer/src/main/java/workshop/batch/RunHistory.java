package workshop.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import workshop.settings.WorkshopException;

/**
 * The history that a run counts: the files that were named, each content once, or those of the last publication.
 *
 * @param lines how each file stands to the last publication, for the report
 */
record RunHistory(HistoryFiles history, List<String> lines) {
    /**
     * @param named the files of the options; empty if there are none
     * @throws WorkshopException if the history lacks what the last publication was made of and nobody wants to replace it
     */
    static RunHistory of(
            SparkSession spark,
            BatchOptions options,
            List<HadoopFile> named,
            Connection connection,
            StageListener listener)
            throws SQLException {
        List<PublishedFile> last = PublishedFile.ofLastPublication(connection);
        List<HadoopFile> files = named.isEmpty() ? filesOf(last, spark, options, listener) : named;
        try {
            // region compare
            List<DigestedFile> held = DigestedFile.of(files);
            HistoryComparison comparison = HistoryComparison.of(last, held);
            if (!options.replaceHistory()) {
                comparison.requireNothingLost();
            }
            // endregion
            return new RunHistory(new HistoryFiles(spark, held), comparison.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<HadoopFile> filesOf(
            List<PublishedFile> last, SparkSession spark, BatchOptions options, StageListener listener) {
        if (options.replaceHistory()) {
            throw WorkshopException.usage(
                    "The option --replace-history needs the files that replace the history.",
                    "No file was named; without the option, a batch goes on with the files of the last one.",
                    "the same command with one or more files");
        }
        String files = last.stream().map(PublishedFile::shown).collect(Collectors.joining(", "));
        listener.notice(
                last.isEmpty()
                        ? "No history file was named, and the last batch had none: this one counts the log alone."
                        : "No history file was named: this batch goes on with those of the last one, " + files + ".");
        return HistoryFiles.named(spark, last.stream().map(PublishedFile::path).toList());
    }
}
