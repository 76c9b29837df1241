package workshop.lab.services;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workshop.lab.testing.Jdk;

/**
 * A Spark standalone cluster on loopback: a master and workers, each a JVM of its own, with the jars of a Spark distribution
 * and the configuration of the containers.
 */
public final class SparkCluster implements AutoCloseable {
    private static final Path ROOT = Home.root();
    private static final Path CONFIGURATION = ROOT.resolve("lab/containers");
    private static final Pattern ALIVE = Pattern.compile("\"aliveworkers\"\\s*:\\s*(\\d+)");

    private final Jdk jdk;
    private final Path home;
    private final int port;
    private final int page;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();

    private SparkCluster(Jdk jdk, Path home) {
        this.jdk = jdk;
        this.home = home;
        this.port = FreePorts.any();
        this.page = FreePorts.any();
    }

    /** On the Java of the tests; returns when all workers have registered. */
    public static SparkCluster start(Path directory, int workers, int coresOfEach) throws IOException {
        return start(Jdk.running(), directory, workers, coresOfEach);
    }

    /** On this Java: the master, the workers, their executors, and what is submitted. */
    public static SparkCluster start(Jdk jdk, Path directory, int workers, int coresOfEach) throws IOException {
        Path home = Files.createDirectories(directory.resolve("spark"));
        Files.createSymbolicLink(home.resolve("conf"), CONFIGURATION);
        Path jars = Files.createDirectory(home.resolve("jars"));
        String classPath = Files.readString(ROOT.resolve("lab/spark/target/classpath"));
        for (String jar : classPath.strip().split(File.pathSeparator)) {
            Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
        SparkCluster cluster = new SparkCluster(jdk, home);
        try {
            cluster.startMaster();
            for (int i = 0; i < workers; i++) {
                cluster.startWorker(coresOfEach);
            }
            await().ignoreExceptions().until(() -> cluster.aliveWorkers() == workers);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private void startMaster() throws IOException {
        java(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--webui-port",
                String.valueOf(page));
    }

    private void startWorker(int cores) throws IOException {
        workers.add(java(
                "worker-" + workers.size(),
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                String.valueOf(cores),
                "--memory",
                "2g",
                "--work-dir",
                home.resolve("work").toString(),
                master()));
    }

    private String master() {
        return "spark://127.0.0.1:" + port;
    }

    /** How many workers the master counts on. */
    public int aliveWorkers() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + "/json/"))
                .timeout(Duration.ofSeconds(5))
                .build();
        String json = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher alive = ALIVE.matcher(json);
        if (!alive.find()) {
            throw new IllegalStateException("no count of workers in " + json);
        }
        return Integer.parseInt(alive.group(1));
    }

    /** Kills a worker with SIGKILL; its executors end with it. */
    public void killWorker(int worker) throws InterruptedException {
        workers.get(worker).destroyForcibly().waitFor();
    }

    /**
     * Runs the spark-submit of the containers in client mode, with their configuration but for the addresses.
     *
     * @param output where its output goes
     * @param settings as environment variables
     * @param arguments options, the jar, its arguments
     */
    public Process submit(Path output, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                CONFIGURATION.resolve("spark-submit").toString(),
                "--master",
                master(),
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false"));
        command.addAll(Arrays.asList(arguments));
        return start(output, settings, command);
    }

    /** The shaded jar of a layer, which the module has built before. */
    public static String jar(String layer) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(layer).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-spark.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private Process java(String name, String main, String... arguments) throws IOException {
        String classPath = home.resolve("conf") + File.pathSeparator + home.resolve("jars/*");
        return start(
                home.resolve(name + ".txt"),
                Map.of(),
                jdk.command(List.of("-Xmx512m", "-cp", classPath), main, arguments));
    }

    private Process start(Path output, Map<String, String> settings, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        jdk.home().toString(),
                        "SPARK_HOME",
                        home.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        "127.0.0.1"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Kills all of it; executors end with their workers. */
    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
