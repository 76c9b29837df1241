package workshop.lab.classroom;

import java.util.Locale;

/**
 * What a file is worth.
 *
 * @param file its path in the folder
 * @param student null if the file is no result
 * @param stage that its totals are those of; null if they are of none of the student's own stages
 * @param differing how many customers differ from the nearest stage
 * @param remark what to know besides; may be empty
 */
public record Grade(String file, String student, Mark mark, ClassStage stage, int differing, String remark) {
    /** How a file is graded. */
    public enum Mark {
        /** All totals are the known ones of a stage, to the cent. */
        RIGHT,
        /** They are those of another student's dataset. */
        COPIED,
        WRONG,
        /** The file is no result, or cannot be read. */
        UNREADABLE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
