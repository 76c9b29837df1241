/** Random transactions, the same for the same seed: {@link workshop.producer.random.RandomSource}. */
package workshop.producer.random;
