package workshop.lab.doctor;

/**
 * In bytes.
 *
 * @param total of the machine, or what a container allows
 * @param available for programs to come, caches counted in
 * @param limited whether a container's limit stands behind these
 */
record Memory(long total, long available, boolean limited) {}
