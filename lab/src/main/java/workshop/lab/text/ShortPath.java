package workshop.lab.text;

import java.nio.file.Path;

/** A path as short as it can be said. */
public final class ShortPath {
    private ShortPath() {}

    /** Seen from the first of these folders that it is in; absolute where it is in none. */
    public static String of(Path path, Path... folders) {
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
