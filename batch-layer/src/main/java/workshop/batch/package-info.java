/**
 * The batch layer: recomputes the batch view from all of the master dataset, the history files and the archived log, and
 * hands it over to the serving layer. A run has four stages: cut, archive, recompute, publish.
 */
package workshop.batch;
