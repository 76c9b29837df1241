package workshop.lab.services;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workshop.settings.WorkshopException;

/** Java with the broker's own jars, which are of other versions than ours. */
public record BrokerJvm(HomeDirectory home) {
    static final String SERVER = "kafka.Kafka";

    /** Names the folder of the broker's jars, if it is not the build's. */
    static final String LIB_PROPERTY = "workshop.broker.lib";

    /** Set to true, the broker writes its class-data archive as it ends. */
    public static final String RECORD_PROPERTY = "workshop.broker.record";

    private static final String CORE = "kafka_2.13-";

    /** How the argument begins that names the home of a process. */
    static final String HOME_MARK = "-Dworkshop.home=";

    /** An argument of every process that works on this home's Kafka data. */
    String mark() {
        return HOME_MARK + home.path();
    }

    /**
     * One of Kafka's programs. A quarter of a gigabyte is ample for a million events: the records are in the page cache
     * of the operating system, not on the heap. With the quick compiler alone, the broker starts with three fifths of the
     * work and takes a million events with half of it: the full one would not be done before they are through.
     */
    List<String> command(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Dlog4j2.configurationFile=log4j2.properties",
                "-Xlog:disable",
                mark(),
                "-cp",
                lib() + File.separator + "*",
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The broker itself, from its class-data archive. */
    List<String> server(String properties) {
        List<String> command = command(SERVER, properties);
        String use = Boolean.getBoolean(RECORD_PROPERTY) ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=";
        command.add(1, use + archive());
        return command;
    }

    /**
     * The class-data archive beside the jars, from which the broker starts in three fifths of the time; each Java has its
     * own. Java ignores one that is not there, that was not finished, or that is of other jars.
     */
    public static Path archive() {
        return lib().resolveSibling("broker-" + System.getProperty("java.vm.version") + ".jsa");
    }

    /** As the name of the broker's main jar tells it. */
    static String version() {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib(), CORE + "*.jar")) {
            String name = jars.iterator().next().getFileName().toString();
            return name.substring(CORE.length(), name.length() - ".jar".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the build of lab/kafka-broker gathers them. */
    private static Path lib() {
        String given = System.getProperty(LIB_PROPERTY);
        Path lib = given != null ? Path.of(given).toAbsolutePath() : Home.root().resolve("lab/kafka-broker/target/lib");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, CORE + "*.jar")) {
            if (jars.iterator().hasNext()) {
                return lib;
            }
        } catch (IOException missing) {
            // Said below.
        }
        throw WorkshopException.failed(
                "The jars of the Kafka broker are missing.",
                "They should be in " + lib + ", where the build puts them.",
                "./mvnw package -DskipTests");
    }
}
