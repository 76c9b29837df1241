package workshop.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;
import workshop.lab.services.Services;
import workshop.settings.Role;
import workshop.settings.Settings;

/**
 * The speed layer as a tutorial writes it: 200 shuffle partitions, complete mode, the whole table overwritten through JDBC
 * after every micro-batch. Ends when all that is in the topic is counted. Arguments: HOME CHECKPOINT.
 */
public final class PlainSpeed {
    private PlainSpeed() {}

    public static void main(String[] arguments) throws Exception {
        StructType schema = new StructType().add("customer", "string").add("amount", "double");
        Settings settings =
                Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(Map.of()));
        Properties properties = new Properties();
        properties.setProperty("user", Role.OWNER.user());
        properties.setProperty("password", settings.password(Role.OWNER));
        try (SparkSession spark =
                SparkSession.builder().master("local[*]").appName("plain speed").getOrCreate()) {
            spark.readStream()
                    .format("kafka")
                    .option("kafka.bootstrap.servers", settings.kafka())
                    .option("subscribe", settings.topic())
                    .option("startingOffsets", "earliest")
                    .load()
                    .select(from_json(col("value").cast("string"), schema).as("transaction"))
                    .groupBy("transaction.customer")
                    .agg(sum("transaction.amount").as("total"), count(lit(1)).as("transactions"))
                    .writeStream()
                    .outputMode("complete")
                    .option("checkpointLocation", arguments[1])
                    .trigger(Trigger.AvailableNow())
                    .foreachBatch((totals, batch) -> {
                        totals.write().mode(SaveMode.Overwrite).jdbc(settings.jdbcUrl(), "plain_totals", properties);
                    })
                    .start()
                    .awaitTermination();
        }
    }
}
