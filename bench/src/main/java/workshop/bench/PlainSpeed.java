package workshop.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Properties;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;

/**
 * The speed layer as a tutorial writes it: 200 shuffle partitions, complete mode, the whole table overwritten through JDBC
 * after every micro-batch. Ends when all that is in the topic is counted. Arguments: KAFKA TOPIC JDBC-URL USER PASSWORD
 * CHECKPOINT.
 */
public final class PlainSpeed {
    private PlainSpeed() {}

    public static void main(String[] arguments) throws Exception {
        StructType schema = new StructType().add("customer", "string").add("amount", "double");
        Properties properties = new Properties();
        properties.setProperty("user", arguments[3]);
        properties.setProperty("password", arguments[4]);
        try (SparkSession spark =
                SparkSession.builder().master("local[*]").appName("plain speed").getOrCreate()) {
            spark.readStream()
                    .format("kafka")
                    .option("kafka.bootstrap.servers", arguments[0])
                    .option("subscribe", arguments[1])
                    .option("startingOffsets", "earliest")
                    .load()
                    .select(from_json(col("value").cast("string"), schema).as("transaction"))
                    .groupBy("transaction.customer")
                    .agg(sum("transaction.amount").as("total"), count(lit(1)).as("transactions"))
                    .writeStream()
                    .outputMode("complete")
                    .option("checkpointLocation", arguments[5])
                    .trigger(Trigger.AvailableNow())
                    .foreachBatch((totals, batch) -> {
                        totals.write().mode(SaveMode.Overwrite).jdbc(arguments[2], "plain_totals", properties);
                    })
                    .start()
                    .awaitTermination();
        }
    }
}
