package workshop.kappa;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What became of a record: one row for each record of the log, and one for each id that is forgotten. Only a record that
 * replaces another has {@code old_customer} and {@code old_amount}: it stands before the one that counted so far.
 */
@SuppressWarnings("EnumOrdinal") // the number lives as long as one micro-batch of one job
final class RecordOutcome {
    static final StructType SCHEMA = StructType.fromDDL(
            "kind int, topic string, partition int, offset bigint, id string, customer string, amount decimal(18,2),"
                    + " conflicting boolean, old_customer string, old_amount decimal(18,2),"
                    + " code string, sentence string, file string, at bigint");

    /** What happened, by its number in a row. */
    enum Kind {
        COUNTED,
        /** Counted, although a record with its id may have been counted before: too old to know. */
        COUNTED_UNCHECKED,
        DUPLICATE,
        /** Counts instead of a record with its id that came earlier, but stands later. */
        REPLACES,
        REJECTED,
        FORGOTTEN
    }

    private RecordOutcome() {}

    static Kind kind(Row outcome) {
        return Kind.values()[outcome.getInt(0)];
    }

    static Row of(Kind kind, Row checked) {
        return row(kind, checked, false, null);
    }

    /** @param first the record with this id that counts, or, if it is replaced, counted */
    static Row besides(Kind kind, Row checked, Row first) {
        return row(kind, checked, !FirstById.agree(checked, first), kind == Kind.REPLACES ? first : null);
    }

    static Row forgotten() {
        Object[] values = new Object[SCHEMA.size()];
        values[0] = Kind.FORGOTTEN.ordinal();
        return RowFactory.create(values);
    }

    private static Row row(Kind kind, Row checked, boolean conflicting, Row replaced) {
        return RowFactory.create(
                kind.ordinal(),
                checked.getAs("topic"),
                checked.getAs("partition"),
                checked.getAs("offset"),
                checked.<String>getAs("id").substring(1),
                checked.getAs("customer"),
                checked.getAs("amount"),
                conflicting,
                replaced == null ? null : replaced.getAs("customer"),
                replaced == null ? null : replaced.getAs("amount"),
                checked.getAs("code"),
                checked.getAs("sentence"),
                checked.getAs("file"),
                checked.getAs("at"));
    }
}
