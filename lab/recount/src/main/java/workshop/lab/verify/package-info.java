/**
 * The recount, by which the layers are checked: no Spark, and of the layers' tables only the totals that are to be checked.
 * It reads the history files by readers of its own and the log by a plain Kafka consumer, and decides by itself which record
 * is a duplicate and which layer answers for it.
 *
 * <p>It shares with the layers {@link workshop.transactions}: what a transaction is, what a rule counts, and how a total is
 * added up. A mistake in there it repeats; the tests of that package look for it.
 */
package workshop.lab.verify;
