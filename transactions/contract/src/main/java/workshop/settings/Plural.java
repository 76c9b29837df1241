package workshop.settings;

import java.util.Locale;

/** A number and the word for what it counts, as every message says it: 1 record, 1,200 records. */
public final class Plural {
    private Plural() {}

    /** Of a word that takes an s. */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** Of a word that changes in another way, or of several words: {@code of(n, "record is", "records are")}. */
    public static String of(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
