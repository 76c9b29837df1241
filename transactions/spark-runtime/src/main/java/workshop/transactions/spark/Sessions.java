package workshop.transactions.spark;

import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark sessions with the settings that every layer shares. What spark-submit was told stands above them. */
public final class Sessions {
    private Sessions() {}

    /**
     * The session of a layer; if no master was given, local mode on loopback.
     *
     * @param defaultMaster as {@code local[*]}
     */
    public static SparkSession start(String name, String defaultMaster) {
        return start(name, defaultMaster, OptionalInt.empty());
    }

    /** @param pages where a session in local mode serves Spark's own pages; empty for nowhere */
    public static SparkSession start(String name, String defaultMaster, OptionalInt pages) {
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.app.name", name);
        if (!conf.contains("spark.master")) {
            conf.set("spark.master", defaultMaster);
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.ui.enabled", String.valueOf(pages.isPresent()));
            pages.ifPresent(port -> conf.setIfMissing("spark.ui.port", String.valueOf(port)));
        }
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.setIfMissing("spark.sql.session.timeZone", "UTC");
        conf.setIfMissing("spark.sql.shuffle.partitions", "4");
        conf.setIfMissing("spark.sql.streaming.stopTimeout", "2s");
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
