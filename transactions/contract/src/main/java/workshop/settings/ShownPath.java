package workshop.settings;

import java.nio.file.Path;

/**
 * The shortest form of a path for a person: relative to the folder in which the command was typed, or else to the workshop's
 * own folder, which {@code ./workshop} names in a system property. A path below neither stays absolute.
 */
public final class ShownPath {
    private static final String FOLDER = "workshop.folder";

    private ShownPath() {}

    /** Of a path on this machine; what stands in another file system, as {@code hdfs:///a.json}, stays as it is. */
    public static String of(String path) {
        return path.startsWith("/") ? from(Path.of(path), Path.of(""), Path.of(System.getProperty(FOLDER, ""))) : path;
    }

    /** From the first of these folders that it lies below; the absolute path if it lies below none. */
    public static String from(Path path, Path... folders) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path folder : folders) {
            Path base = folder.toAbsolutePath().normalize();
            if (absolute.startsWith(base)) {
                return base.relativize(absolute).toString();
            }
        }
        return absolute.toString();
    }
}
