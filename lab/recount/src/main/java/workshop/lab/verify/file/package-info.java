/**
 * How the recount reads a history file. It shares nothing with {@link workshop.transactions.history}, by which the batch
 * layer and Kappa read: a reader that loses a record there must not lose it here too. What a good array holds, Jackson's
 * parser says; what a damaged one holds, these classes find by the same rule, written a second time.
 */
package workshop.lab.verify.file;
