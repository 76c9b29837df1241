/**
 * Kafka and PostgreSQL without Docker: real servers, each a process of its own on loopback, with their data under a home
 * directory. They outlive the command that started them; every later command finds, adopts or clears away what is there.
 */
package workshop.lab.services;
