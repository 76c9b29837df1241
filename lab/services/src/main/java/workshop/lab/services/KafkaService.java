package workshop.lab.services;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

/** One Kafka node, broker and controller at once, in a JVM of its own. */
final class KafkaService implements Service {
    static final String NAME = "kafka";
    private static final int ANSWER_SECONDS = 5;

    private final HomeDirectory home;
    private final Path data;
    private final BrokerJvm jvm;

    KafkaService(HomeDirectory home) {
        this.home = home;
        this.data = home.path().resolve("kafka/data");
        this.jvm = new BrokerJvm(home);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Kafka";
    }

    @Override
    public Path log() {
        return home.path().resolve("kafka/broker.log");
    }

    @Override
    public boolean isServer(List<String> arguments) {
        return isOurs(arguments) && arguments.contains(BrokerJvm.SERVER);
    }

    @Override
    public boolean isOurs(List<String> arguments) {
        return arguments.contains(jvm.mark());
    }

    @Override
    public boolean isPrepared() {
        return Files.exists(data.resolve("meta.properties"));
    }

    /** Formats beside the data and renames, so that a kill leaves no half of it. */
    @Override
    public void prepare() throws IOException {
        Path directory = home.directory(NAME);
        Path fresh = directory.resolve("data.new");
        Home.delete(fresh);
        configure(directory.resolve("format.properties"), "data.new", 1);
        Processes.Outcome outcome = Processes.run(
                jvm.command(
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        "format.properties"),
                directory);
        if (outcome.exitCode() != 0) {
            throw StartFailures.prepare(this, outcome);
        }
        Home.delete(data);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(directory.resolve("format.properties"));
    }

    @Override
    public ProcessHandle start(int port) throws IOException {
        Path directory = home.directory(NAME);
        configure(directory.resolve("server.properties"), "data", port);
        return Processes.detach(jvm.server("server.properties"), directory, log());
    }

    @Override
    public boolean removeDoubtful() throws IOException {
        return Files.deleteIfExists(BrokerJvm.archive());
    }

    private void configure(Path file, String log, int port) {
        int controllerPort = FreePorts.any();
        while (controllerPort == port) {
            controllerPort = FreePorts.any();
        }
        home.write(
                file,
                "server.properties",
                Map.of(
                        "data", log,
                        "port", Integer.toString(port),
                        "controller.port", Integer.toString(controllerPort)));
        home.write(file.resolveSibling("log4j2.properties"), "broker-log4j2.properties", Map.of());
    }

    /** Whether the cluster at that port is ours, not another that took the port. */
    @Override
    public Optional<String> ask(int port) {
        if (!FreePorts.answers(port)) {
            return Optional.empty();
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 20,
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 20))) {
            DescribeClusterResult cluster = admin.describeCluster();
            boolean serves =
                    !cluster.nodes().get(ANSWER_SECONDS, TimeUnit.SECONDS).isEmpty();
            return serves && cluster.clusterId().get().equals(clusterId())
                    ? Optional.of(BrokerJvm.version())
                    : Optional.empty();
        } catch (ExecutionException | TimeoutException | KafkaException | IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String clusterId() throws IOException {
        Properties meta = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("meta.properties"))) {
            meta.load(reader);
        }
        return meta.getProperty("cluster.id");
    }

    @Override
    public void askToStop(ProcessHandle process) {
        process.destroy();
    }
}
