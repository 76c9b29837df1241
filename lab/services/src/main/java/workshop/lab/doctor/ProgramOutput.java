package workshop.lab.doctor;

/**
 * What a program answered.
 *
 * @param exitCode as the program ended; {@link #ABSENT} or {@link #SILENT} if it did not
 * @param output of both streams, stripped
 */
record ProgramOutput(int exitCode, String output) {
    /** There is no such program. */
    static final int ABSENT = -1;
    /** It did not end in time. */
    static final int SILENT = -2;

    boolean isGood() {
        return exitCode == 0;
    }

    boolean isAbsent() {
        return exitCode == ABSENT;
    }
}
