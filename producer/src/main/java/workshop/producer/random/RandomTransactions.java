package workshop.producer.random;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.InstantSource;

/**
 * An endless row of transactions, the same for the same options and the same clock: skewed customers, amounts from 0.01
 * to 5000.00 with small ones more often, 2 percent refunds. Built as bytes, several million a second, so that it is
 * never what limits a measurement. Not thread safe.
 */
final class RandomTransactions {
    private static final double REFUNDS_PERCENT = 2;
    private static final int MAX_CENTS = 500_000;
    /** A duplicate repeats one of so many records before it. A power of two. */
    private static final int REMEMBERED = 4096;

    private static final int HOUR_MILLIS = 3_600_000;
    private static final int MAX_LATE_MILLIS = 7 * 24 * HOUR_MILLIS;

    private static final byte[] CUSTOMER = "\",\"customer\":\"".getBytes(US_ASCII);
    private static final byte[] AMOUNT = "\",\"amount\":".getBytes(US_ASCII);
    private static final byte[] TIMESTAMP = ",\"timestamp\":\"".getBytes(US_ASCII);
    private static final byte[] END = "\"}".getBytes(US_ASCII);

    private final RandomOptions options;
    private final InstantSource clock;
    private final Randomness randomness;
    private final ZipfCustomers customers;
    private final byte[] idPrefix;
    private final AsciiWriter writer = new AsciiWriter();
    private final TimestampWriter timestamps = new TimestampWriter();
    private final byte[][] recent = new byte[REMEMBERED][];
    private long wellFormed;
    private long malformed;

    /** @param clock says the time of each record; a fixed one makes the bytes repeatable */
    RandomTransactions(RandomOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
        this.randomness = new Randomness(options.seed());
        this.customers = new ZipfCustomers(options.customers());
        this.idPrefix = ("{\"transaction_id\":\"R" + options.seed() + "-").getBytes(US_ASCII);
    }

    byte[] next() {
        double fate = randomness.unit() * 100 - options.duplicates();
        if (fate < 0 && wellFormed > 0) {
            return recent[randomness.below((int) Math.min(wellFormed, REMEMBERED))];
        }
        if (fate >= 0 && fate < options.malformed()) {
            return malformed();
        }
        boolean late = fate >= options.malformed() && fate < options.malformed() + options.late();
        byte[] record = transaction(late);
        recent[(int) (wellFormed++ & (REMEMBERED - 1))] = record;
        return record;
    }

    private byte[] transaction(boolean late) {
        writer.clear().text(idPrefix).number(number(), 1).text(CUSTOMER);
        ZipfCustomers.writeName(customers.rank(randomness), writer);
        writer.text(AMOUNT).amount(cents()).text(TIMESTAMP);
        long behind = late ? HOUR_MILLIS + randomness.below(MAX_LATE_MILLIS - HOUR_MILLIS) : 0;
        timestamps.write(clock.millis() - behind, writer);
        return writer.text(END).toBytes();
    }

    private byte[] malformed() {
        String id = "R" + options.seed() + "-" + number();
        String customer = ZipfCustomers.name(customers.rank(randomness));
        return Malformed.rotating(malformed++).bytes(id, customer);
    }

    /** Numbers every record that is not a duplicate, from 1 on. */
    private long number() {
        return wellFormed + malformed + 1;
    }

    private long cents() {
        double unit = randomness.unit();
        long cents = 1 + (long) (unit * unit * unit * MAX_CENTS);
        return randomness.chance(REFUNDS_PERCENT) ? -cents : cents;
    }
}
