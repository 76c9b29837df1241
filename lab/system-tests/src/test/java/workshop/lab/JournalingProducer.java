package workshop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends transactions until it is killed, and notes in a file what Kafka has acknowledged: each note is in the hands of the
 * system before the next record is sent, so it outlives the process. KAFKA TOPIC JOURNAL SEED [TRANSACTIONAL_ID].
 */
public final class JournalingProducer {
    static final String ACKNOWLEDGED = "acknowledged ";
    static final String COMMITTING = "committing ";
    static final String COMMITTED = "committed ";
    static final String ABORTED = "aborted ";

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Path journal;
    private final Random random;
    private final String run;
    private long sent;

    private JournalingProducer(Map<String, Object> properties, String[] arguments) {
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.topic = arguments[1];
        this.journal = Path.of(arguments[2]);
        this.random = new Random(Long.parseLong(arguments[3]));
        this.run = (arguments.length > 4 ? "t" : "p") + arguments[3];
    }

    public static void main(String[] arguments) {
        Map<String, Object> properties =
                new TreeMap<>(Map.of("bootstrap.servers", arguments[0], "linger.ms", 5, "acks", "all"));
        if (arguments.length > 4) {
            properties.put("transactional.id", arguments[4]);
            properties.put("transaction.timeout.ms", 10_000);
        }
        JournalingProducer producer = new JournalingProducer(properties, arguments);
        if (arguments.length > 4) {
            producer.sendTransactions();
        } else {
            producer.sendRecords();
        }
    }

    /** A hundred at a time, up to a thousand a second. What fails is neither noted nor sent again: it may be in the log, or not. */
    private void sendRecords() {
        while (true) {
            List<String> ids = ids(100);
            List<Future<RecordMetadata>> answers = ids.stream().map(this::send).toList();
            List<String> notes = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                if (hasCome(answers.get(i))) {
                    notes.add(ACKNOWLEDGED + ids.get(i));
                }
            }
            note(notes);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static boolean hasCome(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One in four is aborted. Ends if Kafka says that it cannot go on; whoever started it, starts it again. */
    private void sendTransactions() {
        producer.initTransactions();
        while (true) {
            List<String> ids = ids(1 + random.nextInt(60));
            producer.beginTransaction();
            ids.forEach(this::send);
            producer.flush();
            if (random.nextInt(4) == 0) {
                note(notes(ABORTED, ids)); // before it is: no later end of this transaction is a commit
                producer.abortTransaction();
            } else {
                note(notes(COMMITTING, ids));
                producer.commitTransaction();
                note(notes(COMMITTED, ids));
            }
        }
    }

    private static List<String> notes(String what, List<String> ids) {
        return List.of(what + String.join(" ", ids));
    }

    private List<String> ids(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(run + "x" + sent++);
        }
        return ids;
    }

    private Future<RecordMetadata> send(String id) {
        String customer = "c" + random.nextInt(300);
        String cents = String.format("%02d", random.nextInt(100));
        String line = "{\"transaction_id\":\"" + id + "\",\"customer\":\"" + customer + "\",\"amount\":"
                + (random.nextInt(3_000) - 200) + "." + cents + "}";
        try {
            return producer.send(new ProducerRecord<>(topic, bytes(customer), bytes(line)));
        } catch (KafkaException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void note(List<String> lines) {
        try {
            Files.write(journal, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
