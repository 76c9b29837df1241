/**
 * The independent recount: the same contract, but no Spark and none of the layers' tables. It reads the history files and
 * the log from their first record and adds up BigDecimals in a map.
 */
package workshop.lab.verify;
