package workshop.lab.testing;

import org.apache.spark.sql.SparkSession;
import workshop.transactions.spark.Sessions;

/** One Spark session for all tests of this JVM. */
public final class TestSpark {
    /** With room for Real-Time Mode beside batches. */
    public static final SparkSession SESSION = Sessions.start("tests", "local[8]");

    private TestSpark() {}
}
