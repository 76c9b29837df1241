package workshop.lab.doctor;

/**
 * What one user, or one container, may hold at once; {@link Long#MAX_VALUE} without a limit.
 *
 * @param openFiles of one process
 * @param processes and threads
 */
record Limits(long openFiles, long processes) {}
