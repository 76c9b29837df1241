package workshop.kappa;

import org.apache.spark.sql.SparkSession;

/** The settings of Spark that a job with state needs: the ids are kept in RocksDB, on disk, a bounded part of it in memory. */
final class StatefulSession {
    private static final String ROCKSDB = "spark.sql.streaming.stateStore.rocksdb.";

    private StatefulSession() {}

    /** A session of the same Spark with these settings. */
    static SparkSession of(SparkSession spark) {
        SparkSession session = spark.newSession();
        session.conf()
                .set(
                        "spark.sql.streaming.stateStore.providerClass",
                        "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider");
        // A commit writes what changed; whole snapshots are made in the background, now and then.
        session.conf().set(ROCKSDB + "changelogCheckpointing.enabled", "true");
        // To count its rows, each write would read first.
        session.conf().set(ROCKSDB + "trackTotalNumberOfRows", "false");
        // Of all partitions together, beside Java's heap.
        session.conf().set(ROCKSDB + "boundedMemoryUsage", "true");
        session.conf().set(ROCKSDB + "maxMemoryUsageMB", "128");
        // Ids are forgotten with the next batch of records; batches without records would follow each other for ever.
        session.conf().set("spark.sql.streaming.noDataMicroBatches.enabled", "false");
        return session;
    }
}
