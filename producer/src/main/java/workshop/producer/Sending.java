package workshop.producer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import workshop.producer.progress.ProduceReport;
import workshop.producer.progress.SendProgress;

/** One run of the producer: from the first record to the last answer, or to Ctrl-C. */
final class Sending {
    /** How long Ctrl-C lets the sending thread end by itself; one that waits for standard input never does. */
    private static final long PATIENCE_SECONDS = 1;
    /** How long what is under way may take once it is over: stopped by Ctrl-C, or after a failure. */
    private static final Duration CLOSE_STOPPED = Duration.ofSeconds(5);

    private static final Duration CLOSE_FAILED = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> kafka;
    private final Records records;
    private final RecordSource source;
    private final RateLimit rate;
    private final SendProgress progress;

    private final Thread sender = Thread.currentThread();
    private final long start = System.nanoTime();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;
    private @Nullable ProduceReport report;

    Sending(
            Producer<byte[], byte[]> kafka,
            Records records,
            RecordSource source,
            RateLimit rate,
            SendProgress progress) {
        this.kafka = kafka;
        this.records = records;
        this.source = source;
        this.rate = rate;
        this.progress = progress;
    }

    ProduceReport run() {
        Thread hook = new Thread(this::stopOnCtrlC, "producer-stop");
        remember(hook);
        try {
            progress.start(source.expected());
            sendAll();
        } finally {
            finish();
            ended.countDown();
            forget(hook);
        }
        if (failure.get() != null) {
            throw SendFailures.notAcknowledged(report, failure.get());
        }
        return finish();
    }

    private void sendAll() {
        try {
            while (goesOn() && source.hasNext() && rate.await(this::goesOn)) {
                ProducerRecord<byte[], byte[]> record = records.of(source.next());
                sent.incrementAndGet();
                if (record.key() == null) { // it breaks the contract
                    broken.incrementAndGet();
                }
                kafka.send(record, this::answered);
                progress.update(sent.get(), acknowledged.get());
            }
        } catch (InterruptException interrupted) {
            stopped = true; // and the thread is still marked as interrupted
        } catch (KafkaException | IllegalStateException e) {
            if (!stopped) { // or it is only that Ctrl-C closed the producer
                failure.compareAndSet(null, e);
            }
        }
        stopped |= sender.isInterrupted();
    }

    private boolean goesOn() {
        return !stopped && failure.get() == null && !sender.isInterrupted();
    }

    private void answered(RecordMetadata place, Exception refused) {
        if (refused == null) {
            acknowledged.incrementAndGet();
        } else {
            failure.compareAndSet(null, refused);
        }
    }

    private void stopOnCtrlC() {
        stopped = true;
        LockSupport.unpark(sender);
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        finish();
    }

    /** Waits for the answers that are due, counts, and says so; once. */
    private synchronized ProduceReport finish() {
        if (report == null) {
            boolean interrupted = Thread.interrupted(); // or Kafka would not wait
            if (failure.get() != null) {
                kafka.close(CLOSE_FAILED);
            } else if (stopped) {
                kafka.close(CLOSE_STOPPED);
            } else {
                kafka.flush();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long answered = acknowledged.get();
            report = new ProduceReport(sent.get(), answered, sent.get() - answered, broken.get(), seconds);
            progress.end(report);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return report;
    }

    private void remember(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            stopped = true; // Ctrl-C came before the first record
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // then the hook has run or is about to, and finds the run ended
        }
    }
}
