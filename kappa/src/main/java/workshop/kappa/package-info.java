/**
 * Kappa: one streaming job computes the same totals from the log alone. History is loaded into the log first; a changed
 * rule is another version of the job, which reads the log from its first record.
 */
package workshop.kappa;
