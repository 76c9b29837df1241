package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What all {@link JournalingProducer}s noted, held against the ids that are in the log. */
final class Journals {
    private final Map<String, Integer> inLog;
    private long acknowledged;
    private long transactions;
    private long aborted;
    private final Map<String, List<String>> undecided = new HashMap<>();

    /** @param inLog how often the committed records of the log have each id */
    Journals(Map<String, Integer> inLog) {
        this.inLog = inLog;
    }

    /** Fails if a record that Kafka has acknowledged is not in the log once, or one that was aborted is there at all. */
    Journals check(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                // The kill may have met the last note half written.
                text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::check);
            }
        }
        undecided.values().forEach(this::checkAllOrNothing);
        return this;
    }

    private void check(String note) {
        int space = note.indexOf(' ');
        List<String> ids = Arrays.asList(note.substring(space + 1).split(" "));
        switch (note.substring(0, space + 1)) {
            case JournalingProducer.ACKNOWLEDGED -> {
                acknowledged++;
                checkEach(ids, 1);
            }
            case JournalingProducer.COMMITTING -> undecided.put(ids.get(0), ids);
            case JournalingProducer.COMMITTED -> {
                transactions++;
                undecided.remove(ids.get(0));
                checkEach(ids, 1);
            }
            case JournalingProducer.ABORTED -> {
                aborted++;
                checkEach(ids, 0);
            }
            default -> throw new IllegalStateException(note);
        }
    }

    private void checkEach(List<String> ids, int times) {
        ids.forEach(id ->
                assertThat(inLog.getOrDefault(id, 0)).as("%s in the log", id).isEqualTo(times));
    }

    private void checkAllOrNothing(List<String> ids) {
        checkEach(ids, inLog.getOrDefault(ids.get(0), 0) == 0 ? 0 : 1);
    }

    @Override
    public String toString() {
        return acknowledged + " records acknowledged; " + transactions + " transactions committed, " + aborted
                + " aborted, " + undecided.size() + " killed within the commit; " + inLog.size() + " ids in the log";
    }
}
