package workshop.lab.checks;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workshop.producer.FileSource;
import workshop.producer.RecordSource;

/**
 * The file of events that the student sends.
 *
 * @param shown its path, as it is said
 * @param lines how often each line stands in it, by its bytes
 */
record EventsFile(String shown, Map<ByteBuffer, Integer> lines) {
    static final String NAME = "events.json";

    /** The one beside the history that a batch has read; if there is none yet, the workshop's own. */
    static EventsFile of(Workplace place, List<ReadHistory> history) {
        Path file = place.root().resolve("datasets").resolve(NAME);
        for (ReadHistory read : history) {
            Path beside = Path.of(read.path()).resolveSibling(NAME);
            if (Files.isRegularFile(beside)) {
                file = beside;
                break;
            }
        }
        return new EventsFile(place.shown(file), linesOf(file));
    }

    /** How often each line stands in a file, as the producer sends it. */
    static Map<ByteBuffer, Integer> linesOf(Path file) {
        Map<ByteBuffer, Integer> lines = new HashMap<>();
        try (RecordSource source = FileSource.open(file)) {
            while (source.hasNext()) {
                lines.merge(ByteBuffer.wrap(source.next().clone()), 1, Integer::sum);
            }
        }
        return lines;
    }

    int size() {
        return lines.values().stream().mapToInt(Integer::intValue).sum();
    }
}
