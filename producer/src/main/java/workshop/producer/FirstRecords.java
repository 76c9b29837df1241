package workshop.producer;

import java.util.OptionalLong;

/** A part of a source that goes on behind it. */
final class FirstRecords implements RecordSource {
    private final RecordSource all;
    private final long count;
    private long shown;

    FirstRecords(RecordSource all, long count) {
        this.all = all;
        this.count = count;
    }

    @Override
    public OptionalLong expected() {
        return all.expected().isPresent()
                ? OptionalLong.of(Math.min(count, all.expected().getAsLong()))
                : all.expected();
    }

    @Override
    public byte[] start() {
        return all.start();
    }

    @Override
    public boolean hasNext() {
        return shown < count && all.hasNext();
    }

    @Override
    public byte[] next() {
        shown++;
        return all.next();
    }

    @Override
    public void close() {
        // The rest is still wanted.
    }
}
