/**
 * Sends records to Kafka: {@link workshop.producer.TransactionProducer}, from a {@link workshop.producer.RecordSource}.
 * What breaks the contract is sent as it is, since the layers must reject it.
 */
@NullMarked
package workshop.producer;

import org.jspecify.annotations.NullMarked;
