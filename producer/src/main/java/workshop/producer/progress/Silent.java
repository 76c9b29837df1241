package workshop.producer.progress;

import java.util.OptionalLong;

/** Prints nothing. */
class Silent implements SendProgress {
    @Override
    public void start(OptionalLong expected) {}

    @Override
    public void update(long sent, long acknowledged) {}

    @Override
    public void end(ProduceReport report) {}
}
