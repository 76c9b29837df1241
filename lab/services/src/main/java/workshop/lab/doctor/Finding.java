package workshop.lab.doctor;

import static java.util.Objects.requireNonNull;

/**
 * What a check found.
 *
 * @param subject what was looked at, in a word or two
 * @param sentence what it means, for a student
 * @param next the command or the step that mends it; null if the grade is good
 */
public record Finding(Severity grade, String subject, String sentence, String next) {
    public Finding {
        requireNonNull(grade, "grade is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(sentence, "sentence is null");
        if ((grade == Severity.GOOD) != (next == null)) {
            throw new IllegalArgumentException("what is good needs no step, all else needs one: " + sentence);
        }
    }

    static Finding good(String subject, String sentence) {
        return new Finding(Severity.GOOD, subject, sentence, null);
    }

    static Finding warning(String subject, String sentence, String next) {
        return new Finding(Severity.WARNING, subject, sentence, next);
    }

    static Finding problem(String subject, String sentence, String next) {
        return new Finding(Severity.PROBLEM, subject, sentence, next);
    }
}
