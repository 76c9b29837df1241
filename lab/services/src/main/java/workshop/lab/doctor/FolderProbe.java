package workshop.lab.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A folder, and what came of trying it.
 *
 * @param folder the one that was asked for
 * @param nearest the same, or the nearest one above it that exists
 * @param fileSystem its kind, as the operating system calls it: ext4
 * @param usableBytes what is left on its disk
 * @param refused why nothing can be written there; null if something can
 * @param lacks what its file system cannot do, as nouns: symbolic links
 * @param startsPrograms whether a program that lies there can be started
 * @param fileTimeOff how far the time of a file just written is from the clock
 */
record FolderProbe(
        Path folder,
        Path nearest,
        String fileSystem,
        long usableBytes,
        String refused,
        List<String> lacks,
        boolean startsPrograms,
        Duration fileTimeOff) {
    FolderProbe {
        lacks = List.copyOf(lacks);
    }
}
