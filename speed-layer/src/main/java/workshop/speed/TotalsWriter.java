package workshop.speed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.ForeachWriter;
import org.apache.spark.sql.Row;
import workshop.handoff.RecordMark;
import workshop.settings.Settings;
import workshop.transactions.Contract;
import workshop.transactions.Rule;
import workshop.transactions.Verdict;

/**
 * Spark's end of the sink: buffers the records of one Kafka partition and commits them through the {@link IdempotentSink}, every
 * few milliseconds or every {@value #MAX_PENDING} records, whichever comes first. The same in micro-batches and in
 * Real-Time Mode.
 *
 * <p>Rows are (partition int, offset bigint, time in ms bigint, key binary, value binary).
 */
final class TotalsWriter extends ForeachWriter<Row> {
    private static final long serialVersionUID = 1;

    static final int MAX_PENDING = 20_000;
    private static final long COMMIT_EVERY_MS = 10;

    private static final ScheduledExecutorService TIMER = Executors.newScheduledThreadPool(4, work -> {
        Thread thread = new Thread(work, "speed-layer-commit");
        thread.setDaemon(true);
        return thread;
    });

    private final Settings settings;
    private final String topicId;
    private final Rule rule;
    private transient List<PendingRecord> pending;
    private transient Row last;
    private transient PartitionSink sink;
    private transient ScheduledFuture<?> timer;
    private transient Thread task;
    private transient RuntimeException failure;

    TotalsWriter(Settings settings, String topicId, Rule rule) {
        this.settings = settings;
        this.rule = rule;
        this.topicId = topicId;
    }

    @Override
    public synchronized boolean open(long sparkPartition, long batch) {
        task = Thread.currentThread();
        pending = new ArrayList<>();
        failure = null;
        sink = null; // the Kafka partition is known with the first record
        timer = TIMER.scheduleWithFixedDelay(
                this::commitQuietly, COMMIT_EVERY_MS, COMMIT_EVERY_MS, TimeUnit.MILLISECONDS);
        return true;
    }

    @Override
    public synchronized void process(Row row) {
        if (failure != null) {
            throw failure;
        }
        if (sink == null) {
            sink = new PartitionSink(settings, topicId, rule, row.getInt(0));
        }
        pending.add(pending(row));
        last = row;
        if (pending.size() >= MAX_PENDING) {
            commit();
        }
    }

    private static PendingRecord pending(Row row) {
        long offset = row.getLong(1);
        byte[] value = row.getAs(4);
        // region check
        Verdict verdict = Contract.check(value);
        if (verdict instanceof Verdict.Accepted accepted) {
            Instant happened = accepted.transaction().timestamp();
            Instant time = happened != null ? happened : Instant.ofEpochMilli(row.getLong(2));
            return new PendingRecord.Accepted(offset, accepted.transaction(), time);
        }
        return new PendingRecord.Refused(offset, (Verdict.Rejected) verdict, row.getAs(3), value);
        // endregion
    }

    /** The timer's commit. The task may wait for a record that never comes: interrupted, it ends now and says why. */
    private synchronized void commitQuietly() {
        if (task == null || failure != null) {
            return;
        }
        try {
            commit();
        } catch (RuntimeException kept) {
            task.interrupt();
        }
    }

    /** Commits what is pending; on failure nothing of it is counted, and this writer takes no more. */
    private void commit() {
        if (pending.isEmpty()) {
            return;
        }
        try {
            sink.commit(pending, markOfLast());
            pending.clear();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } catch (Error e) {
            failure = new IllegalStateException(e);
            throw failure;
        }
    }

    private RecordMark markOfLast() {
        return RecordMark.of(last.getInt(0), last.getLong(1), last.getLong(2), last.getAs(3), last.getAs(4));
    }

    /** What was read is committed, also when the query is stopped: Spark interrupts the task, the commit is not cut short. */
    @Override
    public void close(Throwable error) {
        timer.cancel(false);
        boolean interrupted = Thread.interrupted();
        try {
            synchronized (this) {
                task = null;
                if (failure != null) {
                    interrupted = false; // by the timer, and this is why
                    throw failure;
                }
                commit();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
