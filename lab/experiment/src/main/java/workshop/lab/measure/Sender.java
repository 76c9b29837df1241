package workshop.lab.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import workshop.producer.RecordSource;
import workshop.settings.ExactDelivery;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.Contract;
import workshop.transactions.Verdict.Accepted;

/** Sends events that keep the contract, each at once, and knows of each when it was sent and where it stands. */
final class Sender implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final String topic;
    private final ExpectedTotals truth;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Sender(Settings settings, ExpectedTotals truth) {
        this.topic = settings.topic();
        this.truth = truth;
        this.producer = new KafkaProducer<>(
                ExactDelivery.properties(settings, Map.of()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends one, and returns when it is acknowledged. */
    SentEvent send(String event) {
        List<SentEvent> sent = Collections.synchronizedList(new ArrayList<>());
        send(event.getBytes(UTF_8), sent);
        flush();
        return sent.get(0);
    }

    /**
     * Sends events of a source, and returns when all are acknowledged.
     *
     * @param count how many; the source has more
     * @param perSecond 0 is as fast as Kafka takes them
     * @param goesOn asked before each
     */
    List<SentEvent> send(RecordSource source, long count, int perSecond, BooleanSupplier goesOn) {
        List<SentEvent> sent = Collections.synchronizedList(new ArrayList<>());
        double interval = perSecond == 0 ? 0 : NANOS_PER_SECOND / perSecond;
        long start = System.nanoTime();
        for (long i = 0; i < count && goesOn.getAsBoolean(); i++) {
            long due = start + (long) (i * interval);
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            send(source.next(), sent);
        }
        flush();
        return List.copyOf(sent);
    }

    private void send(byte[] event, List<SentEvent> sent) {
        byte[] key = ((Accepted) Contract.check(event)).transaction().customer().getBytes(UTF_8);
        long now = System.nanoTime();
        producer.send(new ProducerRecord<>(topic, key, event), (place, error) -> {
            if (error == null) {
                truth.addSent(place.partition(), place.offset(), event);
                sent.add(new SentEvent(place.partition(), place.offset(), now));
            } else {
                failure.compareAndSet(null, error);
            }
        });
    }

    private void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw WorkshopException.failed(
                    "Kafka did not take an event, so the comparison was given up.",
                    WorkshopException.firstLine(failure.get()),
                    "the same again",
                    failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
