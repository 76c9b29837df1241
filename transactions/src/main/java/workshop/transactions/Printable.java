package workshop.transactions;

/** What a sender wrote, made fit for a sentence: one line, not long, and text that PostgreSQL can store. */
final class Printable {
    private Printable() {}

    /** At most {@code most} characters (code points) of the text; what is no printable text as its escape. */
    static String of(String text, int most) {
        StringBuilder printable = new StringBuilder();
        int i = 0;
        for (int count = 0; i < text.length() && count < most; count++) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.FORMAT,
                        Character.UNASSIGNED -> printable.append(String.format("\\u%04x", character));
                default -> printable.appendCodePoint(character);
            }
        }
        return i < text.length() ? printable.append("...").toString() : printable.toString();
    }
}
