package workshop.batch.view;

import java.io.IOException;
import java.io.Serializable;
import workshop.transactions.RecordVisitor;

/** A split of the master dataset: what one task reads: a range of a history file, or a part of the archived log. */
@FunctionalInterface
public interface InputSplit extends Serializable {
    /** Shows each record of the piece once, always in the same order. */
    void forEach(RecordVisitor visitor) throws IOException;
}
