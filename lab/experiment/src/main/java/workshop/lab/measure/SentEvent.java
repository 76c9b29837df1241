package workshop.lab.measure;

/**
 * An event that Kafka has acknowledged.
 *
 * @param atNanos when it was handed to Kafka's client, by {@link System#nanoTime}
 */
record SentEvent(int partition, long offset, long atNanos) {}
