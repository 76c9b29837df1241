package workshop.batch.view;

import java.io.Serializable;
import workshop.transactions.Transaction;

/**
 * A record whose transaction counts elsewhere already.
 *
 * @param transaction what this record says
 * @param countedPlace where the record with this id stands that counts; before {@code place}
 * @param conflicting whether the two say different things under one id
 */
public record Duplicate(long place, Transaction transaction, long countedPlace, boolean conflicting)
        implements Serializable {}
