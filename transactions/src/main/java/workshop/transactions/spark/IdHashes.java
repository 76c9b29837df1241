package workshop.transactions.spark;

import java.io.Serializable;
import java.util.Arrays;

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
        long[] hashes = new long[count];
        int next = 0;
        for (long[] some : packed) {
            for (int i = 0; i < some.length; i += 2) {
                hashes[next++] = some[i];
            }
        }
        Arrays.sort(hashes);
        long[] twice = adjacentEqual(hashes);
        long[] places = new long[16];
        int found = 0;
        for (long[] some : packed) {
            for (int i = 0; twice.length > 0 && i < some.length; i += 2) {
                if (Arrays.binarySearch(twice, some[i]) >= 0) {
                    places = found == places.length ? Arrays.copyOf(places, found * 2) : places;
                    places[found++] = some[i + 1];
                }
            }
        }
        long[] result = Arrays.copyOf(places, found);
        Arrays.sort(result);
        return result;
    }

    /** The values that stand more than once in a sorted array, each once. */
    private static long[] adjacentEqual(long[] sorted) {
        long[] twice = new long[sorted.length / 2];
        int found = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1] && (found == 0 || twice[found - 1] != sorted[i])) {
                twice[found++] = sorted[i];
            }
        }
        return Arrays.copyOf(twice, found);
    }
}
