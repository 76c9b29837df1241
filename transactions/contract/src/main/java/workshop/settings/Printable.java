package workshop.settings;

/**
 * Text from outside (a customer's name, a record, the name of a file) made fit to be shown. A terminal obeys control
 * characters, those of U+0080 to U+009F too, and marks of direction show a text in another order than it has. Each such
 * character becomes its escape, as JSON writes it.
 */
public final class Printable {
    private Printable() {}

    /** In one line, and not long: at most so many characters (code points), then three dots. */
    public static String of(String text, int most) {
        int end = text.codePointCount(0, text.length()) > most ? text.offsetByCodePoints(0, most) : text.length();
        String shown = line(text.substring(0, end));
        return end < text.length() ? shown + "..." : shown;
    }

    /** All of it, in one line. */
    public static String line(String text) {
        return escaped(text, "");
    }

    /** All of it; its line feeds and its tabs stay. */
    public static String lines(String text) {
        return escaped(text, "\n\t");
    }

    private static String escaped(String text, String kept) {
        if (text.codePoints().allMatch(Printable::isPlain)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isPlain(character) || kept.indexOf(character) >= 0) {
                printable.appendCodePoint(character);
            } else {
                printable.append(String.format("\\u%04x", character));
            }
        });
        return printable.toString();
    }

    /** Whether a character (a code point) is shown as itself and changes nothing around it. */
    static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
