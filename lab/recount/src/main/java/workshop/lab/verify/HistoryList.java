package workshop.lab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        List<HistoryEntry> files = new ArrayList<>();
        for (String path : new TreeSet<>(given)) {
            HistoryEntry file = published.stream()
                    .filter(entry -> entry.path().equals(path))
                    .findFirst()
                    .orElseGet(() -> HistoryEntry.at(path, published));
            if (files.stream().noneMatch(file::isSame)) {
                files.add(file);
            }
        }
        return new HistoryList(true, List.copyOf(files), published);
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
        return paths().stream().map(ShownPath::of).collect(Collectors.joining(", "));
    }

    /** The paths of the files that only the first of two lists has, under whatever name. */
    static List<String> without(List<HistoryEntry> some, List<HistoryEntry> others) {
        return some.stream()
                .filter(file -> others.stream().noneMatch(file::isSame))
                .map(HistoryEntry::path)
                .toList();
    }
}
