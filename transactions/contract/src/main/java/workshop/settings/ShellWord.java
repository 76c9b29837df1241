package workshop.settings;

/** A text as one word of a shell's command line, to be copied from the terminal. */
public final class ShellWord {
    private ShellWord() {}

    public static String of(String text) {
        if (text.matches("[\\p{L}\\p{M}\\p{N}._/%+:@-]+")) {
            return text;
        }
        // In double quotes a shell heeds these: " $ ` \ and, if a person types, !
        return text.contains("'") && !text.matches("(?s).*[\"$`\\\\!].*")
                ? '"' + text + '"'
                : "'" + text.replace("'", "'\\''") + "'";
    }
}
