package workshop.batch.view;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import scala.Tuple2;
import workshop.transactions.Contract;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

/**
 * Records of one source whose id may be there twice, as they stand there, with their places: what is sent to compare them
 * by the id itself.
 */
final class DuplicateCandidates implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<byte[]> records = new ArrayList<>();
    private final ArrayList<Long> places = new ArrayList<>();

    private void add(long place, byte[] record) {
        places.add(place);
        records.add(record);
    }

    /** Shows each candidate as the transaction that it is. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < records.size(); i++) {
            visitor.visit(places.get(i), ((Accepted) Contract.check(records.get(i))).transaction());
        }
    }

    /** Receives the duplicate candidates, one after the other. */
    interface Visitor {
        void visit(long place, Transaction transaction);
    }

    /**
     * The candidates of a source, by the part that their ids belong to.
     *
     * @param candidates the places of all candidates, sorted
     */
    static Iterator<Tuple2<Integer, DuplicateCandidates>> in(InputSplit source, long[] candidates, int parts)
            throws IOException {
        Map<Integer, DuplicateCandidates> byPart = new TreeMap<>();
        Cursor cursor = new Cursor(candidates);
        source.forEach(new RecordVisitor() {
            @Override
            public void record(long place, byte[] bytes, int from, int length) {
                if (cursor.isSuspect(place) && Contract.check(bytes, from, length) instanceof Accepted accepted) {
                    int part =
                            Math.floorMod(accepted.transaction().transactionId().hashCode(), parts);
                    byPart.computeIfAbsent(part, p -> new DuplicateCandidates())
                            .add(place, Arrays.copyOfRange(bytes, from, from + length));
                }
            }

            @Override
            public void broken(long place, Rejected why) {
                // no transaction, so no duplicate
            }
        });
        return byPart.entrySet().stream()
                .map(part -> new Tuple2<>(part.getKey(), part.getValue()))
                .iterator();
    }

    /** Records of a source come in order, as a rule: the search for the next place goes on where the last one ended. */
    private static final class Cursor {
        private final long[] candidates;
        private int next;

        Cursor(long[] candidates) {
            this.candidates = candidates;
        }

        boolean isSuspect(long place) {
            if (next == 0 || candidates[next - 1] >= place) {
                int found = Arrays.binarySearch(candidates, place);
                next = found >= 0 ? found : -found - 1;
            }
            while (next < candidates.length && candidates[next] < place) {
                next++;
            }
            return next < candidates.length && candidates[next] == place;
        }
    }
}
