/** Writes the workshop's data, the folder {@code datasets/}: {@link workshop.producer.datasets.WorkshopDataset}. */
@NullMarked
package workshop.producer.datasets;

import org.jspecify.annotations.NullMarked;
