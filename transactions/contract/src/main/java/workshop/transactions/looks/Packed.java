package workshop.transactions.looks;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A compressed file, known by its first bytes. */
public enum Packed {
    GZIP("1f8b", "gunzip"),
    ZIP("504b0304", "unzip"),
    BZIP2("425a68", "bunzip2"),
    XZ("fd377a585a00", "unxz"),
    ZSTD("28b52ffd", "unzstd");

    /** Of the file's start: so many bytes tell. */
    public static final int LONGEST_MAGIC = 6;

    private final byte[] magic;
    private final String command;

    Packed(String magic, String command) {
        this.magic = HexFormat.of().parseHex(magic);
        this.command = command;
    }

    /** Empty if the file is not compressed, as far as is known here. */
    public static Optional<Packed> of(byte[] start) {
        return Arrays.stream(values())
                .filter(packed -> Look.startsWith(start, packed.magic))
                .findFirst();
    }

    static Optional<Look> look(byte[] start) {
        return of(start).map(packed -> new Look("is compressed (" + packed.format() + ")", packed.command + " FILE"));
    }

    /** As people write it. */
    public String format() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What unpacks it. */
    public String command() {
        return command;
    }
}
