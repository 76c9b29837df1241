package workshop.batch.view;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Pairs of (hash of a transaction id, place of its record), as plain longs: 16 bytes a record is what has to cross the
 * network to find duplicates. Two ids of one hash cost a second look, never a wrong number.
 */
final class IdHashes implements Serializable {
    private static final long serialVersionUID = 1;

    private long[] pairs = new long[32];
    private int size;

    /** 64 bits of FNV-1a over the characters, mixed so that the high bits serve as a bucket. */
    static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }

    /** The bucket of a hash, from 0. */
    static int bucket(long hash, int buckets) {
        return (int) Long.remainderUnsigned(hash, buckets);
    }

    void add(long hash, long place) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size++] = hash;
        pairs[size++] = place;
    }

    /** The pairs, without room to grow: what is sent. */
    long[] packed() {
        return Arrays.copyOf(pairs, size);
    }

    /** The places of all records whose hash is there more than once, sorted. */
    static long[] repeated(Iterable<long[]> packed) {
        int count = 0;
        for (long[] some : packed) {
            count = Math.addExact(count, some.length / 2);
        }
        FirstPlaces first = new FirstPlaces(count);
        LongStream.Builder places = LongStream.builder();
        for (long[] some : packed) {
            for (int i = 0; i < some.length; i += 2) {
                first.add(some[i], some[i + 1], places);
            }
        }
        return places.build().sorted().toArray();
    }

    /** Remembers the first place of each hash: a table with open addresses, half full at most. */
    private static final class FirstPlaces {
        /** Where a place would stand: nothing is here. */
        private static final long EMPTY = -1;
        /** The first place was given out already. */
        private static final long GIVEN = -2;

        private final long[] hashes;
        private final long[] places;
        private final int mask;

        FirstPlaces(int expected) {
            int size = Integer.highestOneBit(Math.max(2, expected)) * 4;
            hashes = new long[size];
            places = new long[size];
            Arrays.fill(places, EMPTY);
            mask = size - 1;
        }

        /** Gives this place, and the first one, to {@code repeated} if the hash was there before. */
        void add(long hash, long place, LongStream.Builder repeated) {
            int slot = (int) (hash >>> 32) & mask;
            while (places[slot] != EMPTY && hashes[slot] != hash) {
                slot = (slot + 1) & mask;
            }
            if (places[slot] == EMPTY) {
                hashes[slot] = hash;
                places[slot] = place;
                return;
            }
            if (places[slot] != GIVEN) {
                repeated.add(places[slot]);
                places[slot] = GIVEN;
            }
            repeated.add(place);
        }
    }
}
