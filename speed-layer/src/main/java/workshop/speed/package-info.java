/**
 * The speed layer: counts what has come into the log since the last batch, within milliseconds, and commits the totals and
 * the offsets they reach to in one PostgreSQL transaction. Replays, retries and second copies of the job change nothing.
 */
package workshop.speed;
