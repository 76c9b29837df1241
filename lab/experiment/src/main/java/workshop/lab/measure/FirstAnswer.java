package workshop.lab.measure;

import java.time.Duration;

/**
 * From nothing to the first exact answer over the history and what waits in the log.
 *
 * @param wall start-up included
 * @param cpu of all jobs that took part; null if the system does not tell
 */
public record FirstAnswer(Duration wall, Duration cpu) {}
