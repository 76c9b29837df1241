/**
 * Whether a step of the guide is done: each check looks at what really is there, in Kafka, in PostgreSQL, in the lake and in the
 * student's folder, and recounts it without Spark.
 */
package workshop.lab.checks;
