package workshop.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import workshop.settings.WorkshopException;
import workshop.transactions.history.ContentDigest;

/**
 * A history file that a run reads, and what it held before the run read it.
 *
 * @param copies other names of the same content, which are not read: a link, a copy, a name in other letter case
 */
record DigestedFile(HadoopFile file, ContentDigest held, List<HadoopFile> copies) {
    /** One for each content, under the first of its names. */
    static List<DigestedFile> of(List<HadoopFile> files) throws IOException {
        Map<ContentDigest, DigestedFile> byContent = new LinkedHashMap<>();
        for (HadoopFile file : files) {
            ContentDigest held = ContentDigest.of(file);
            DigestedFile first = byContent.putIfAbsent(held, new DigestedFile(file, held, new ArrayList<>()));
            if (first != null) {
                first.copies.add(file);
            }
        }
        return List.copyOf(byContent.values());
    }

    boolean isNamed(String path) {
        return Stream.concat(Stream.of(file), copies.stream())
                .anyMatch(name -> name.path().equals(path));
    }

    /**
     * The time of a file counts too: a content that went away and came back may have been read in between.
     *
     * @throws WorkshopException if the file is another than before it was read
     */
    void requireUnchanged() {
        if (!isUnchanged()) {
            throw WorkshopException.failed(
                    "The history file " + file.shown() + " has changed while the batch read it.",
                    "What was counted may be a part of the old file and a part of the new one. Nothing was published; the"
                            + " totals stay as they are.",
                    "the same command again, when nothing writes to the file any more");
        }
    }

    private boolean isUnchanged() {
        try {
            HadoopFile now = file.now();
            return now.length() == file.length()
                    && now.modifiedAt().equals(file.modifiedAt())
                    && ContentDigest.of(now).equals(held);
        } catch (IOException gone) {
            return false;
        }
    }
}
