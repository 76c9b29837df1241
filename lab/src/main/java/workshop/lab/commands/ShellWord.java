package workshop.lab.commands;

/** A text as one word of a shell's command line, to be copied from the terminal. */
final class ShellWord {
    private ShellWord() {}

    static String of(String text) {
        return text.matches("[\\p{L}\\p{M}\\p{N}._/%+:@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
