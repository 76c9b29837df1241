package workshop.producer.random;

/**
 * SplitMix64 (Steele, Lea and Flood, 2014). Our own few lines, since the algorithms of the JDK's generators may change
 * with its version, and a seed must mean the same records for ever.
 */
public final class Randomness {
    private long state;

    public Randomness(long seed) {
        this.state = seed;
    }

    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to below the bound. */
    public int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** From 0 to below 1. */
    public double unit() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** True in so many percent of the calls. */
    public boolean chance(double percent) {
        return unit() * 100 < percent;
    }
}
