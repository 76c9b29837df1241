package workshop.lab.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.OptionalLong;
import workshop.producer.RecordSource;

/** Events of one customer, without end. */
final class CustomerEvents implements RecordSource {
    private final String customer;
    private volatile long taken;

    CustomerEvents(String customer) {
        this.customer = customer;
    }

    /** How many were taken so far. */
    long taken() {
        return taken;
    }

    @Override
    public OptionalLong expected() {
        return OptionalLong.empty();
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public byte[] next() {
        long number = taken + 1;
        byte[] event =
                Faults.event(customer, customer + " " + number, Instant.now()).getBytes(UTF_8);
        taken = number; // only the sender takes
        return event;
    }

    @Override
    public void close() {}
}
