package workshop.producer;

import java.io.InputStream;
import java.util.OptionalLong;

/** The lines of standard input, byte for byte, as they come. Does not close standard input, which is not its own. */
public final class StdinSource implements RecordSource {
    private final LineReader lines;

    private StdinSource(InputStream in) {
        this.lines = new LineReader("standard input", in);
    }

    /** @param in {@link System#in} */
    public static RecordSource of(InputStream in) {
        return new StdinSource(in);
    }

    @Override
    public OptionalLong expected() {
        return OptionalLong.empty();
    }

    @Override
    public byte[] start() {
        return lines.start();
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public byte[] next() {
        return lines.next();
    }

    @Override
    public void close() {}
}
