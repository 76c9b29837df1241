package workshop.kappa;

import org.apache.spark.sql.SparkSession;

/** Where the ids are kept: in RocksDB, on disk, with a bounded part of it in memory. */
final class StateStore {
    private static final String ROCKSDB = "spark.sql.streaming.stateStore.rocksdb.";

    private StateStore() {}

    /** A session of the same Spark with the settings that state needs. */
    static SparkSession session(SparkSession spark) {
        SparkSession session = spark.newSession();
        session.conf()
                .set(
                        "spark.sql.streaming.stateStore.providerClass",
                        "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider");
        // A commit writes what changed; whole snapshots are made in the background, now and then.
        session.conf().set(ROCKSDB + "changelogCheckpointing.enabled", "true");
        // Of all partitions together, beside Java's heap.
        session.conf().set(ROCKSDB + "boundedMemoryUsage", "true");
        session.conf().set(ROCKSDB + "maxMemoryUsageMB", "128");
        return session;
    }
}
