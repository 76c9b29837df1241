/**
 * Reads history files, JSON Lines or one JSON array, as raw records for {@link workshop.transactions.Contract}. Nothing
 * that is in a file is passed over in silence: what is no record is a broken place. Plain Java.
 */
@NullMarked
package workshop.transactions.history;

import org.jspecify.annotations.NullMarked;
