/** Writes the workshop's data, the folder {@code datasets/}: {@link workshop.producer.datasets.WorkshopDataset}. */
package workshop.producer.datasets;
