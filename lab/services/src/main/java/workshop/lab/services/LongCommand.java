package workshop.lab.services;

import java.util.Locale;

/** A command that runs for long: it leaves a note of itself in the home, so that others can find it. */
public enum LongCommand {
    SPEED("the speed layer"),
    BATCH("the batch layer"),
    KAPPA("Kappa"),
    DASHBOARD("the page");

    private final String words;

    LongCommand(String words) {
        this.words = words;
    }

    /** How it is spoken of in the middle of a sentence. */
    public String words() {
        return words;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
