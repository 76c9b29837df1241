/** What every program that runs on Spark needs: its session, and a hook that runs before Spark's own at the end of a process. */
@NullMarked
package workshop.transactions.spark;

import org.jspecify.annotations.NullMarked;
