package workshop.transactions.history;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A history file that is only in memory. */
record Bytes(byte[] content) implements HistoryInput {
    static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "in memory";
    }

    @Override
    public long length() {
        return content.length;
    }

    @Override
    public InputStream open(long offset) {
        int from = (int) Math.min(offset, content.length);
        return new ByteArrayInputStream(content, from, content.length - from);
    }
}
