/** A file held against the data contract, as {@code ./workshop contract FILE} does: no service, no totals of a layer. */
package workshop.lab.trial;
