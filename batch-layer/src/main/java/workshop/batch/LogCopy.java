package workshop.batch;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import workshop.handoff.OffsetsJson;
import workshop.handoff.PlainConsumer;
import workshop.settings.Settings;

/** Copies a stretch of the log, as it is, into a folder of Parquet files. */
record LogCopy(SparkSession spark, Settings settings) {
    /** After each poll the source asks for the ends of the partition, which takes as long as many records. */
    private static final int RECORDS_PER_POLL = 20_000;

    /**
     * Copies it.
     *
     * @param folder that is not there yet
     * @param starts by partition (inclusive)
     * @param ends by partition (exclusive)
     * @return how many records the files hold
     */
    long to(String folder, Map<Integer, Long> starts, Map<Integer, Long> ends) throws IOException {
        spark.read()
                .format("kafka")
                .option("kafka.bootstrap.servers", settings.kafka())
                .option("kafka.isolation.level", PlainConsumer.COMMITTED)
                .option("assign", OffsetsJson.partitions(settings.topic(), starts.keySet()))
                .option("startingOffsets", OffsetsJson.offsets(settings.topic(), starts))
                .option("endingOffsets", OffsetsJson.offsets(settings.topic(), ends))
                .option("failOnDataLoss", "true")
                .option("kafka.max.poll.records", RECORDS_PER_POLL)
                .option("kafka.fetch.max.wait.ms", PlainConsumer.WAIT_AT_AN_END_MS)
                .load()
                .select(col("partition"), col("offset"), col("timestamp"), col("key"), col("value"))
                .write()
                .option("compression", "zstd")
                .parquet(folder);
        return records(new Path(folder), spark.sessionState().newHadoopConf());
    }

    /** As each file says at its end; to ask Spark would take a job, and tell the same. */
    private static long records(Path folder, Configuration configuration) throws IOException {
        long records = 0;
        for (FileStatus file : folder.getFileSystem(configuration)
                .listStatus(folder, path -> path.getName().endsWith(".parquet"))) {
            try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, configuration))) {
                records += reader.getRecordCount();
            }
        }
        return records;
    }
}
