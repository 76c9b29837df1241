/**
 * The batch view: the contract, the removal of duplicates and the totals, mapped over Spark's partitions. Pure functions from
 * one distributed collection to the next; where the records come from and where the totals go is the caller's.
 */
package workshop.batch.view;
