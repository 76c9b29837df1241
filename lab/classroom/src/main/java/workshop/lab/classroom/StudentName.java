package workshop.lab.classroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.regex.Pattern;
import workshop.producer.datasets.WorkshopDataset;
import workshop.settings.WorkshopException;

/**
 * A student's name or number, which is the seed of the student's dataset.
 *
 * @param text 1 to 60 characters, the first a letter or a digit. Composed (NFC) and with single spaces: what looks the same
 *     is the same seed, on whichever keyboard it was typed
 */
public record StudentName(String text) {
    private static final int MAX_CHARACTERS = 60;
    private static final Pattern UNFIT_FOR_A_FOLDER = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._'-]");
    private static final String NEXT = "the same again with another --seed, as in --seed Lina";

    /** @throws WorkshopException (usage) if it is no name */
    public StudentName {
        requireNonNull(text, "text is null");
        text = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        if (text.indexOf('\uFFFD') >= 0) {
            throw WorkshopException.usage(
                    "The student's name cannot be read.",
                    "It has letters that this terminal's encoding does not know, so it would be another seed.",
                    "export LC_ALL=C.UTF-8, then the same again");
        }
        if (text.isEmpty() || !Character.isLetterOrDigit(text.codePointAt(0))) {
            throw unfit("It begins with a letter or a digit.");
        }
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw unfit("It has at most " + MAX_CHARACTERS + " characters.");
        }
        if (text.codePoints().anyMatch(StudentName::isNoText)) {
            throw unfit("It has a character that cannot be seen.");
        }
    }

    public WorkshopDataset dataset() {
        return WorkshopDataset.of(text);
    }

    /** A name for a folder or a part of a file's name; another for each student. */
    public String fileName() {
        return UNFIT_FOR_A_FOLDER.matcher(text).replaceAll(match -> percent(match.group()));
    }

    private static String percent(String character) {
        StringBuilder escapes = new StringBuilder();
        for (byte b : character.getBytes(UTF_8)) {
            escapes.append(String.format("%%%02X", b));
        }
        return escapes.toString();
    }

    private static boolean isNoText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static WorkshopException unfit(String rule) {
        return WorkshopException.usage("That is no name of a student.", rule, NEXT);
    }

    @Override
    public String toString() {
        return text;
    }
}
