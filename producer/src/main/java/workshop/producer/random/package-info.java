/** Random transactions, the same for the same seed: {@link workshop.producer.random.RandomSource}. */
@NullMarked
package workshop.producer.random;

import org.jspecify.annotations.NullMarked;
