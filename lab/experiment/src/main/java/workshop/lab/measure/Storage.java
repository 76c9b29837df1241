package workshop.lab.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.LogDirDescription;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Role;
import workshop.settings.Settings;

/**
 * Bytes on disk.
 *
 * @param file the history file, which must stay: Lambda reads it with every batch, Kappa read it once
 * @param lake archived epochs
 * @param stream the topic of the transactions
 * @param history the topic of the history
 * @param state Spark's notes and state, in the folder of the checkpoints
 * @param tables of PostgreSQL, indexes included
 */
public record Storage(long file, long lake, long stream, long history, long state, long tables) {
    private static final String TABLE_BYTES = Sql.load(Storage.class, "table-bytes.sql");

    static Storage of(Settings settings, Path historyFile, boolean isKappa) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka()))) {
            return new Storage(
                    isKappa ? 0 : Files.size(historyFile),
                    folder(Path.of(settings.lake())),
                    topic(admin, settings.topic()),
                    topic(admin, settings.historyTopic()),
                    folder(Path.of(settings.checkpoints())),
                    tables(settings, isKappa));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long sum() {
        return file + lake + stream + history + state + tables;
    }

    private static long topic(Admin admin, String topic) {
        try {
            int broker = admin.describeCluster().nodes().get().iterator().next().id();
            return admin
                    .describeLogDirs(java.util.List.of(broker))
                    .allDescriptions()
                    .get()
                    .get(broker)
                    .values()
                    .stream()
                    .map(LogDirDescription::replicaInfos)
                    .flatMap(replicas -> replicas.entrySet().stream())
                    .filter(replica -> replica.getKey().topic().equals(topic))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell the size of " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", e);
        }
    }

    private static long tables(Settings settings, boolean isKappa) {
        try (Connection connection = Database.connect(settings, Role.OWNER);
                PreparedStatement select = connection.prepareStatement(TABLE_BYTES)) {
            select.setBoolean(1, isKappa);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw Database.refused(settings, Role.OWNER, e);
        }
    }

    private static long folder(Path folder) {
        if (!Files.exists(folder)) {
            return 0;
        }
        long[] sum = new long[1];
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                // A running job clears up behind itself.
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum[0];
    }
}
