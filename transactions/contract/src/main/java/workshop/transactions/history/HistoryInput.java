package workshop.transactions.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** A history file, wherever it is kept; travels to the worker that reads it. */
public interface HistoryInput extends Serializable {
    /** The name a person knows the file by, as it stands in reports. */
    String name();

    /** In bytes. */
    long length();

    /**
     * The bytes from {@code offset} (inclusive, 0-based) to the end of the file. The caller closes the stream.
     *
     * @throws IOException if the file cannot be read
     */
    InputStream open(long offset) throws IOException;
}
