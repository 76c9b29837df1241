package workshop.kappa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.ExpiredTimerInfo;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StatefulProcessor;
import org.apache.spark.sql.streaming.TTLConfig;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.TimerValues;
import org.apache.spark.sql.streaming.ValueState;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;
import workshop.kappa.RecordOutcome.Kind;

/**
 * Removes duplicates by id, with state: remembers of each id the record that counts, the first by {@link workshop.transactions.Place}. A
 * stream does not bring records in that order, so a record that stands before the one that counts replaces it, and the
 * totals are corrected. What becomes of a record depends on what the state holds and on the batch it comes in, not on the
 * order within: a replayed batch has the same outcome.
 *
 * <p>An id is forgotten when it arrived longer ago than the window: the watermark is the time at which Spark planned the
 * batch, less the window. Spark keeps that time with the plan, so a replayed batch has the same.
 */
final class FirstById extends StatefulProcessor<String, Row, Row> {
    private static final long serialVersionUID = 1;

    private static final StructType FIRST =
            StructType.fromDDL("place string, customer string, amount decimal(18,2), happened string");

    private final long runsSince;
    private final long windowMs;
    private transient ValueState<Row> first;

    /** @param runsSince when the version began, in ms: nothing that arrived before can have been forgotten */
    FirstById(long runsSince, long windowMs) {
        this.runsSince = runsSince;
        this.windowMs = windowMs;
    }

    @Override
    public void init(OutputMode mode, TimeMode time) {
        first = getHandle().getValueState("first", Encoders.row(FIRST), TTLConfig.NONE());
    }

    @Override
    public scala.collection.Iterator<Row> handleInputRows(
            String id, scala.collection.Iterator<Row> rows, TimerValues time) {
        List<Row> sameId = new ArrayList<>();
        CollectionConverters.asJava(rows).forEachRemaining(sameId::add);
        List<Row> outcomes = sameId.get(0).getBoolean(1) ? byId(sameId, time) : List.of(withoutId(sameId.get(0)));
        return CollectionConverters.asScala(outcomes.iterator());
    }

    private static Row withoutId(Row checked) {
        return RecordOutcome.of(checked.getAs("code") == null ? Kind.COUNTED : Kind.REJECTED, checked);
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the very row that is kept
    private List<Row> byId(List<Row> sameId, TimerValues time) {
        sameId.sort(Comparator.comparing(FirstById::place));
        Row counted = first.exists() ? first.get() : null;
        Row earliest = sameId.get(0);
        List<Row> outcomes = new ArrayList<>(sameId.size());
        if (counted == null) {
            outcomes.add(RecordOutcome.of(isTooOld(earliest, time) ? Kind.COUNTED_UNCHECKED : Kind.COUNTED, earliest));
            getHandle().registerTimer(time.getCurrentProcessingTimeInMs() + windowMs);
        } else if (place(earliest).compareTo(counted.getString(0)) < 0) {
            outcomes.add(RecordOutcome.besides(Kind.REPLACES, earliest, counted));
        } else {
            outcomes.add(RecordOutcome.besides(Kind.DUPLICATE, earliest, counted));
            earliest = counted;
        }
        for (Row later : sameId.subList(1, sameId.size())) {
            outcomes.add(RecordOutcome.besides(Kind.DUPLICATE, later, earliest));
        }
        if (earliest != counted) {
            first.update(RowFactory.create(
                    place(earliest), earliest.getAs("customer"), earliest.getAs("amount"), earliest.getAs("happened")));
        }
        return outcomes;
    }

    /** Whether an id of this age may have been counted and forgotten. In a replay nothing is: all of it arrives now. */
    private boolean isTooOld(Row checked, TimerValues time) {
        long watermark = time.getCurrentProcessingTimeInMs() - windowMs;
        return watermark > runsSince && checked.<Long>getAs("sent") < watermark;
    }

    @Override
    public scala.collection.Iterator<Row> handleExpiredTimer(String id, TimerValues time, ExpiredTimerInfo expired) {
        first.clear();
        return CollectionConverters.asScala(List.of(RecordOutcome.forgotten()).iterator());
    }

    private static String place(Row checked) {
        return checked.getAs("place");
    }

    /** Whether two records with one id say the same: customer, amount and time. */
    static boolean agree(Row one, Row other) {
        return one.<String>getAs("customer").equals(other.getAs("customer"))
                && one.<BigDecimal>getAs("amount").compareTo(other.getAs("amount")) == 0
                && Objects.equals(one.<String>getAs("happened"), other.<String>getAs("happened"));
    }
}
