package workshop.lab.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources, counted: what a person has to change for a new rule, seen from one that is there, and what has to be kept.
 *
 * @param ruleFiles main Java files that name the rule, by architecture
 * @param ruleLines the lines of them that do
 * @param lines of Java and SQL of the layers or the job, without blanks and comments
 * @param sharedLines the same of what both use
 */
public record CodeSize(Sides ruleFiles, Sides ruleLines, Sides lines, int sharedLines) {
    /** A number for each architecture. */
    public record Sides(int lambda, int kappa) {}

    private static final List<String> LAMBDA = List.of("batch-layer", "speed-layer");
    private static final List<String> KAPPA = List.of("kappa");
    private static final List<String> SHARED = List.of("transactions");
    /** What starts jobs and explains options; the experiment itself is no part of the workshop that it counts. */
    private static final List<String> COMMANDS = List.of("lab/command-line/src/main/java/workshop/lab/commands");

    /** The sources below the workshop's folder; empty if they are not there, as in an image. */
    static Optional<CodeSize> count(Path root) {
        if (!Stream.of(LAMBDA, KAPPA, SHARED, COMMANDS)
                .flatMap(List::stream)
                .allMatch(module -> Files.isDirectory(root.resolve(module)))) {
            return Optional.empty();
        }
        Pattern name = Pattern.compile("\\b(" + Plan.CHANGED.name() + "|" + Plan.CHANGED.label() + ")\\b");
        List<Path> common = new ArrayList<>(sources(root, SHARED));
        common.addAll(sources(root, COMMANDS));
        List<Path> lambda = sources(root, LAMBDA);
        List<Path> kappa = sources(root, KAPPA);
        int files = files(common, name);
        int lines = lines(common, name);
        return Optional.of(new CodeSize(
                new Sides(files + files(lambda, name), files + files(kappa, name)),
                new Sides(lines + lines(lambda, name), lines + lines(kappa, name)),
                new Sides(lines(lambda), lines(kappa)),
                lines(sources(root, SHARED))));
    }

    private static int files(List<Path> sources, Pattern name) {
        return (int) sources.stream()
                .filter(source -> statements(source).stream().anyMatch(name.asPredicate()))
                .count();
    }

    private static int lines(List<Path> sources, Pattern name) {
        return sources.stream()
                .mapToInt(source -> (int)
                        statements(source).stream().filter(name.asPredicate()).count())
                .sum();
    }

    private static int lines(List<Path> sources) {
        return sources.stream().mapToInt(source -> statements(source).size()).sum();
    }

    /** The lines of a file that are neither blank nor nothing but a comment. */
    private static List<String> statements(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .filter(line -> !line.startsWith("//") && !line.startsWith("/*") && !line.startsWith("*"))
                    .filter(line -> !line.startsWith("--"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path root, List<String> folders) {
        List<Path> sources = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> all = Files.walk(root.resolve(folder))) {
                all.filter(path -> path.toString().matches(".*[/\\\\]src[/\\\\]main[/\\\\].*\\.(java|sql)"))
                        .forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }
}
