package workshop.batch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Iterator;
import scala.Tuple2;
import workshop.batch.view.BatchCounts;
import workshop.batch.view.BatchView;
import workshop.batch.view.Duplicate;
import workshop.batch.view.Rejection;
import workshop.handoff.Database;
import workshop.handoff.HandOffLock;
import workshop.handoff.Sql;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * Publishes a batch view in one transaction, from temporary tables that hold it before: the totals, what was rejected, what was a duplicate, and that the epoch is
 * published. Rows that stay as they are are not written again. A reader sees all of it or nothing, and waits for neither.
 */
final class Publication {
    private static final String STAGE = Sql.load(Publication.class, "stage-publication.sql");
    private static final String MERGE_TOTALS = Sql.load(Publication.class, "merge-totals.sql");
    private static final String MERGE_REJECTED = Sql.load(Publication.class, "merge-rejected.sql");
    private static final String MERGE_DUPLICATES = Sql.load(Publication.class, "merge-duplicates.sql");
    private static final String CLEAR_HISTORY = Sql.load(Publication.class, "clear-history.sql");
    private static final String INSERT_HISTORY = Sql.load(Publication.class, "insert-history.sql");
    private static final String INSERT_RUN = Sql.load(Publication.class, "insert-run.sql");
    private static final String INSERT_ARCHIVE = Sql.load(Publication.class, "insert-archive.sql");
    private static final String PUBLISH = Sql.load(Publication.class, "publish-epoch.sql");
    private static final String MOVE_ON =
            Sql.load(Publication.class, "move-published-epoch.sql"); // from here on, the merged view reads it
    private static final String RETIRE = Sql.load(Publication.class, "retire-speed-totals.sql");

    private final Connection connection;
    private final Rule rule;
    private final StageListener listener;
    private Total sum = Total.ZERO;

    Publication(Connection connection, Rule rule, StageListener listener) {
        this.connection = connection;
        this.rule = rule;
        this.listener = listener;
    }

    /** Returns how many customers have a total. */
    long publish(Cutting.Declared declared, BatchView view, HistoryFiles history) throws SQLException, IOException {
        int epoch = declared.epoch();
        // region publish
        // Both before the transaction, which would be idle meanwhile: it may not be for long.
        long customers = stage(view, history);
        history.requireUnchanged(); // staging was the last to read it
        Database.inTransaction(connection, () -> {
            record(declared, view.counts(), history);
            execute(MERGE_TOTALS);
            execute(MERGE_REJECTED);
            execute(MERGE_DUPLICATES);
            // Last, since it locks out the speed layer until the commit.
            HandOffLock.exclusive(connection);
            execute(PUBLISH, epoch);
            execute(MOVE_ON, epoch);
            listener.inside(Stage.PUBLISH, "epoch " + epoch);
            return null;
        });
        // endregion
        listener.written(Stage.PUBLISH);
        retire(epoch);
        return customers;
    }

    /** Of all customers, once they are published. */
    Total sum() {
        return sum;
    }

    /** Puts the speed layer's rows of published epochs aside: the merge passes over them already. */
    private void retire(int epoch) {
        try {
            execute(RETIRE, epoch);
        } catch (SQLException next) {
            // The epoch is published; the next run retires what this one could not.
        }
    }

    /** Copies the view into temporary tables, which are gone with the connection. */
    private long stage(BatchView view, HistoryFiles history) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
        }
        long customers = 0;
        try (CopyRows rows = new CopyRows(connection, "new_totals")) {
            for (Iterator<Tuple2<String, Total>> totals = view.totals().toLocalIterator(); totals.hasNext(); ) {
                Tuple2<String, Total> total = totals.next();
                Total of = total._2();
                rows.write(total._1(), of.amount(), of.transactions(), of.leftOut(), of.leftOutTransactions());
                sum = sum.plus(of);
                customers++;
            }
        }
        Iterable<Rejection> rejections = view.eachRejection();
        Iterable<Duplicate> duplicates = view.eachDuplicate();
        PlaceNames names = PlaceNames.of(rejections, duplicates, history.files());
        try (CopyRows rows = new CopyRows(connection, "new_rejected")) {
            for (Rejection rejection : rejections) {
                rows.write(
                        names.columns(rejection.place()),
                        rejection.why().reason().code(),
                        rejection.why().sentence(),
                        rejection.excerpt());
            }
        }
        try (CopyRows rows = new CopyRows(connection, "new_duplicates")) {
            for (Duplicate duplicate : duplicates) {
                rows.write(
                        names.columns(duplicate.place()),
                        duplicate.transaction().transactionId(),
                        duplicate.transaction().customer(),
                        duplicate.transaction().amount(),
                        duplicate.conflicting(),
                        names.of(duplicate.countedPlace()).words());
            }
        }
        return customers;
    }

    private void record(Cutting.Declared declared, BatchCounts counts, HistoryFiles history) throws SQLException {
        execute(CLEAR_HISTORY);
        int position = 0;
        for (DigestedFile held : history.held()) {
            HadoopFile file = held.file();
            execute(
                    INSERT_HISTORY,
                    position++,
                    file.path(),
                    file.length(),
                    Timestamp.from(file.modifiedAt()),
                    held.held().bytes(),
                    held.held().sha256());
        }
        execute(
                INSERT_RUN,
                declared.epoch(),
                counts.read(),
                counts.accepted(),
                counts.duplicates(),
                counts.conflicting(),
                counts.rejected(),
                rule.label());
        for (int epoch : declared.unpublished()) {
            execute(INSERT_ARCHIVE, epoch, counts.readByEpoch()[epoch]);
        }
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
