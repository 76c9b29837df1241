package workshop.streaming;

/**
 * How far a job is, as PostgreSQL and Kafka know it.
 *
 * @param words what has become of the records, for a person
 * @param records how many that is in all
 * @param lag how many records of the log are not counted yet
 */
public record JobProgress(String words, long records, long lag) {}
