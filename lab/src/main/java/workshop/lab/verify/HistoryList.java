package workshop.lab.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import workshop.lab.services.Home;
import workshop.settings.ShownPath;

/**
 * Which history files a recount reads: those of a list that was given to it, or those that the last batch has published.
 * Their order is that of their paths, since it decides which of two records with one id counts.
 *
 * @param isGiven whether the list is not the publication's
 * @param files to be read
 * @param published what the last batch has read
 */
public record HistoryList(boolean isGiven, List<HistoryEntry> files, List<HistoryEntry> published) {
    /**
     * A list to recount by.
     *
     * @param given absolute paths; an empty list takes the publication's
     */
    static HistoryList of(List<String> given, List<HistoryEntry> published) {
        if (given.isEmpty()) {
            return new HistoryList(false, published, published);
        }
        Map<String, HistoryEntry> known =
                published.stream().collect(Collectors.toMap(HistoryEntry::path, entry -> entry));
        Map<String, HistoryEntry> files = new TreeMap<>();
        given.forEach(path -> files.put(path, known.containsKey(path) ? known.get(path) : HistoryEntry.at(path)));
        return new HistoryList(true, List.copyOf(files.values()), published);
    }

    /** Whether the recount reads the files that the last batch has read. */
    public boolean isPublished() {
        return onlyGiven().isEmpty() && onlyPublished().isEmpty();
    }

    /** Paths of the files that were given and that the last batch has not read. */
    public List<String> onlyGiven() {
        return without(files, published);
    }

    /** Paths of the files that the last batch has read and that were not given. */
    public List<String> onlyPublished() {
        return without(published, files);
    }

    /** Paths of the files that are read. */
    public List<String> paths() {
        return files.stream().map(HistoryEntry::path).toList();
    }

    /** The same for a person, as seen from this folder or from the workshop's. */
    public String words() {
        return paths().stream()
                .map(path -> ShownPath.from(Path.of(path), Path.of(""), Home.root()))
                .collect(Collectors.joining(", "));
    }

    /** The paths that only the first of two lists has. */
    static List<String> without(List<HistoryEntry> some, List<HistoryEntry> others) {
        List<String> paths = others.stream().map(HistoryEntry::path).toList();
        return some.stream()
                .map(HistoryEntry::path)
                .filter(path -> !paths.contains(path))
                .toList();
    }
}
