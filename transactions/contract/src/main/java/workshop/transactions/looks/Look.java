package workshop.transactions.looks;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workshop.settings.ShellWord;

/**
 * What a file looks like if none of its records keeps the contract, and how to mend it.
 *
 * @param what completes a sentence that begins with the file: {@code looks like CSV: ...}
 * @param cure what to do next, with FILE for the file and NEW for the one that is made
 */
public record Look(String what, String cure) {
    /** So many bytes from the start of a file are enough. */
    public static final int START = 1 << 16;

    private static final Pattern NAMES = Pattern.compile("FILE|NEW");

    public Look {
        requireNonNull(what, "what is null");
        requireNonNull(cure, "cure is null");
    }

    /**
     * The first that fits; empty if it looks like lines of JSON objects, or like nothing that is known.
     *
     * @param start the file's first {@value #START} bytes, or all of it
     */
    public static Optional<Look> of(byte[] start) {
        Stream<Function<byte[], Optional<Look>>> kinds =
                Stream.of(Packed::look, WideText::look, bytes -> TextLook.of(WideText.utf8(bytes)));
        return kinds.map(kind -> kind.apply(start)).flatMap(Optional::stream).findFirst();
    }

    /** The cure for a file, to be copied into a shell. What it makes is another file: a second cure may follow. */
    public String cureOf(String file) {
        String made = file.replaceFirst("\\.[^./]*$", "") + "-lines.json";
        return NAMES.matcher(cure)
                .replaceAll(name ->
                        Matcher.quoteReplacement(ShellWord.of(name.group().equals("FILE") ? file : made)));
    }

    static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
