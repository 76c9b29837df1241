package workshop.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import workshop.lab.services.Topics;
import workshop.settings.Settings;

/**
 * Writes a log that is unkind to whoever reads it: transactions that commit, abort, or stay open while others go on, markers
 * at the ends of small segments, tombstones, records without a key, ids that come again, partitions that are added. The seed
 * decides all of it. It knows what it committed, and adds that up without any code of the layers.
 */
final class HostileLog implements AutoCloseable {
    private static final int MOST_PARTITIONS = 6;

    private final Settings settings;
    private final Random random;
    private final Admin admin;
    private final Sender plain;
    private final List<Sender> transactional;
    private final Committed committed = new Committed();
    private int partitions = Topics.PARTITIONS;
    private long written;

    HostileLog(Settings settings, long seed) throws Exception {
        this.settings = settings;
        this.random = new Random(seed);
        this.admin = Admin.create(Map.of("bootstrap.servers", (Object) settings.kafka()));
        this.plain = new Sender(null);
        this.transactional = List.of(new Sender("one-" + seed), new Sender("two-" + seed));
        smallSegments();
    }

    /** So that markers come to stand at the end of one, or alone in one. */
    private void smallSegments() throws Exception {
        ConfigEntry size = new ConfigEntry("internal.segment.bytes", String.valueOf(20_000));
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, settings.topic()),
                        List.of(new AlterConfigOp(size, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    /** What was committed: nothing else is money. */
    Committed committed() {
        return committed;
    }

    /** All records, also those of transactions that were aborted or are open. */
    long written() {
        return written;
    }

    /** Goes on by this many records, at least. */
    void write(int records) throws Exception {
        for (long end = written + records; written < end; ) {
            Sender sender = transactional.get(random.nextInt(transactional.size()));
            switch (random.nextInt(10)) {
                case 0, 1 -> plain.send(1 + random.nextInt(500));
                case 2 -> addPartition();
                case 3 -> sender.end(); // a transaction of which nothing is between its last record and its marker
                default -> sender.send(1 + random.nextInt(random.nextBoolean() ? 3 : 300));
            }
        }
    }

    /** Ends what is open. */
    void settle() throws Exception {
        for (Sender sender : transactional) {
            sender.end();
        }
    }

    private void addPartition() throws Exception {
        if (partitions < MOST_PARTITIONS && random.nextInt(8) == 0) {
            partitions++;
            admin.createPartitions(Map.of(settings.topic(), NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        transactional.forEach(Sender::close);
        plain.close();
        admin.close();
    }

    /** A producer, and what its open transaction holds. */
    private final class Sender {
        private final KafkaProducer<byte[], byte[]> producer;
        private final boolean inTransactions;
        private List<String> open;

        /** @param id of its transactions; null for a producer that has none */
        Sender(String id) {
            Map<String, Object> properties = new TreeMap<>(
                    Map.of("bootstrap.servers", settings.kafka(), "metadata.max.age.ms", 500, "linger.ms", 0));
            inTransactions = id != null;
            if (inTransactions) {
                properties.put("transactional.id", id);
                properties.put("transaction.timeout.ms", 900_000); // open for as long as this test wants it
            }
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
            if (inTransactions) {
                producer.initTransactions();
            }
        }

        void send(int records) throws ExecutionException, InterruptedException {
            if (inTransactions && open == null) {
                open = new ArrayList<>();
                producer.beginTransaction();
            }
            try {
                sendAll(records);
            } catch (KafkaException | ExecutionException refused) {
                if (!inTransactions) {
                    throw refused;
                }
                System.err.println("Kafka refused a transaction, which is aborted: " + refused);
                producer.abortTransaction(); // throws if the producer cannot go on at all
                open = null;
            }
        }

        private void sendAll(int records) throws ExecutionException, InterruptedException {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < records; i++) {
                String line = line();
                int partition = random.nextInt(partitions);
                sent.add(producer.send(new ProducerRecord<>(settings.topic(), partition, key(), bytes(line))));
                written++;
                if (inTransactions) {
                    open.add(line);
                } else {
                    committed.add(line);
                }
            }
            producer.flush();
            for (Future<RecordMetadata> record : sent) {
                record.get(); // its error says why; what the producer says later is only that it cannot go on
            }
        }

        void end() {
            if (open == null) {
                return;
            }
            if (random.nextInt(3) == 0) {
                producer.abortTransaction();
            } else {
                producer.commitTransaction();
                open.forEach(committed::add);
            }
            open = null;
        }

        void close() {
            producer.close();
        }
    }

    private byte[] key() {
        return random.nextInt(5) == 0 ? null : bytes("key-" + random.nextInt(50));
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Null is a tombstone. A record that comes again has the same content: which of the two counts makes no difference. */
    private String line() {
        return switch (random.nextInt(60)) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> "{\"customer\":\"c1\",\"amount\":1.005}";
            case 3 -> "{\"customer\":\"c" + random.nextInt(20) + "\",\"amount\":0.01}";
            default -> new Transaction(random.nextInt(2_000_000)).line();
        };
    }

    /** Its content follows from its number, and one in eight has the number of another. */
    private record Transaction(int number) {
        String line() {
            int id = number % 8 == 0 ? number % 4_000 : number;
            Random content = new Random(id);
            String cents = String.format("%02d", content.nextInt(100));
            return "{\"transaction_id\":\"t" + id + "\",\"customer\":\"c" + content.nextInt(200) + "\",\"amount\":"
                    + (content.nextInt(4_000) - 500) + "." + cents + "}";
        }
    }
}
