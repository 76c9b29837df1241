package workshop.transactions.history;

/** The two ways to write a history. */
public enum HistoryFormat {
    /** One transaction a line. Can be cut into byte ranges and read in parallel. */
    JSON_LINES,
    /** One array of transactions, however it is laid out. */
    JSON_ARRAY
}
