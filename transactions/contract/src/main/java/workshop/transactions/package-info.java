/**
 * The rule that every layer shares: what a transaction is ({@link workshop.transactions.Contract}) and what a total is
 * ({@link workshop.transactions.Total}). Plain Java: neither Spark nor Kafka nor PostgreSQL is needed here.
 *
 * <p>Amounts are {@link java.math.BigDecimal} in currency units with two decimals, from the first byte to the last view.
 */
@NullMarked
package workshop.transactions;

import org.jspecify.annotations.NullMarked;
