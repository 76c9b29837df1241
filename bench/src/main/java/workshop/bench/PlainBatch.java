package workshop.bench;

import org.apache.spark.sql.SparkSession;

/**
 * The batch as a tutorial writes it, with Spark's defaults: the schema is inferred, amounts are doubles, what does not
 * parse becomes null, and duplicates count. Arguments: FILE OUTPUT.
 */
public final class PlainBatch {
    private PlainBatch() {}

    public static void main(String[] arguments) throws Exception {
        try (SparkSession spark =
                SparkSession.builder().master("local[*]").appName("plain batch").getOrCreate()) {
            spark.read()
                    .json(arguments[0])
                    .groupBy("customer")
                    .sum("amount")
                    .write()
                    .mode("overwrite")
                    .csv(arguments[1]);
        }
    }
}
