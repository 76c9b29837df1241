/** The lab: Kafka and PostgreSQL without Docker, the command line, and the checks. */
package workshop.lab;
