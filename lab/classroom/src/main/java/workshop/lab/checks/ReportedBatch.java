package workshop.lab.checks;

/** What the last batch says of the records that it has read. */
record ReportedBatch(int epoch, long read, long accepted, long duplicates, long rejected) {}
