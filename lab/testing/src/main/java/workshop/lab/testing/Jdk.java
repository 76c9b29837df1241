package workshop.lab.testing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.lab.services.Home;

/**
 * A Java of this machine.
 *
 * @param feature its release, as 17
 * @param home the folder that JAVA_HOME would name
 */
public record Jdk(int feature, Path home) {
    /** Those that Spark 4.2 names in its documentation. */
    private static final Set<Integer> SUPPORTED = Set.of(17, 21, 25);

    private static final Pattern FEATURE = Pattern.compile("\"?(?:1\\.)?([0-9]+)");

    private static final Path OPTIONS = Home.root().resolve("lab/jvm.options");

    /** The one that runs the tests. */
    public static Jdk running() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** One of each release that Spark supports, the oldest first: the running one, and what the usual folders hold. */
    public static List<Jdk> installed() throws IOException {
        Map<Integer, Jdk> found = new TreeMap<>();
        for (Path folder : usualFolders()) {
            in(folder).filter(jdk -> SUPPORTED.contains(jdk.feature)).ifPresent(jdk -> found.put(jdk.feature, jdk));
        }
        found.put(running().feature, running());
        return List.copyOf(found.values());
    }

    private static List<Path> usualFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(folders::add);
        folders.addAll(children(Path.of("/usr/lib/jvm"), ""));
        folders.addAll(children(Path.of("/Library/Java/JavaVirtualMachines"), "Contents/Home"));
        folders.addAll(children(Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"), ""));
        return folders;
    }

    private static List<Path> children(Path folder, String below) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> homes = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            children.forEach(child -> homes.add(child.resolve(below)));
        }
        return homes;
    }

    /** As the file release tells it, which every JDK carries; of a Java 8 it says 1.8. */
    private static Optional<Jdk> in(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        }
        Matcher version = FEATURE.matcher(properties.getProperty("JAVA_VERSION", ""));
        return version.lookingAt() ? Optional.of(new Jdk(Integer.parseInt(version.group(1)), home)) : Optional.empty();
    }

    /** Java with the options of ./workshop, those given, and a program with its arguments. */
    public List<String> command(List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.add("@" + OPTIONS);
        command.addAll(options);
        command.add(main);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    @Override
    public String toString() {
        return "Java " + feature;
    }
}
