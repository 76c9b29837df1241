package workshop.kappa;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_millis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import workshop.transactions.Contract;
import workshop.transactions.Place;
import workshop.transactions.Reason;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;
import workshop.transactions.history.HistoryKey;

/**
 * The records of the log with the contract's verdict, a row a record: a transaction, or the reason why it is none. The
 * first column is what the state is kept by: the transaction's id, or, for a record without one, its place, which no other
 * has.
 */
final class CheckedRecords {
    static final StructType SCHEMA =
            StructType.fromDDL("id string, has_id boolean, topic string, partition int, offset bigint, place string,"
                    + " customer string, amount decimal(18,2), happened string, sent bigint,"
                    + " code string, sentence string, file string, at bigint");

    private static final Rejected NO_PLACE =
            new Rejected(Reason.PLACE_MISSING, "its key does not say where it stood in a history file");

    private CheckedRecords() {}

    /**
     * @param log rows as Spark's Kafka source has them
     * @param historyTopic whose records carry their place in a history file as their key
     */
    static Dataset<Row> of(Dataset<Row> log, String historyTopic) {
        return log.select(
                        col("topic"),
                        col("partition"),
                        col("offset"),
                        unix_millis(col("timestamp")).as("sent"),
                        col("key"),
                        col("value"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> check(rows, historyTopic), Encoders.row(SCHEMA));
    }

    private static Iterator<Row> check(Iterator<Row> rows, String historyTopic) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                return row.getString(0).equals(historyTopic) ? ofHistory(row) : ofLog(row);
            }
        };
    }

    private static Row ofHistory(Row row) {
        HistoryKey key = HistoryKey.of(row.getAs(4)).orElse(null);
        if (key == null) {
            return row(row, NO_PLACE, Place.textInLog(row.getInt(1), row.getLong(2)), null, null);
        }
        Verdict verdict = key.broken() != null ? key.broken() : Contract.check(row.<byte[]>getAs(5));
        return row(row, verdict, Place.textInHistory(key.path(), key.at()), key.path(), key.at());
    }

    private static Row ofLog(Row row) {
        Verdict verdict = Contract.check(row.<byte[]>getAs(5));
        return row(row, verdict, Place.textInLog(row.getInt(1), row.getLong(2)), null, null);
    }

    private static Row row(Row row, Verdict verdict, String place, String file, Long at) {
        String customer = null;
        BigDecimal amount = null;
        String id = null;
        Instant happened = null;
        String code = null;
        String sentence = null;
        if (verdict instanceof Accepted accepted) {
            Transaction transaction = accepted.transaction();
            customer = transaction.customer();
            amount = transaction.amount();
            id = transaction.transactionId();
            happened = transaction.timestamp();
        } else {
            code = ((Rejected) verdict).reason().code();
            sentence = ((Rejected) verdict).sentence();
        }
        long sent = row.getLong(3);
        return RowFactory.create(
                id != null ? "i" + id : "p" + row.getString(0) + place,
                id != null,
                row.getString(0),
                row.getInt(1),
                row.getLong(2),
                place,
                customer,
                amount,
                happened == null ? null : happened.toString(),
                // A sender's clock that runs ahead must not make a record younger than it is.
                happened == null ? sent : Math.min(sent, happened.toEpochMilli()),
                code,
                sentence,
                file,
                at);
    }
}
