package workshop.lab.checks;

/** A history file that the last batch has read, by its path. */
record ReadHistory(String path, long bytes) {}
