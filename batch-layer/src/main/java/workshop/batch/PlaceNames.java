package workshop.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import workshop.batch.view.Duplicate;
import workshop.batch.view.Rejection;
import workshop.transactions.Place;
import workshop.transactions.RecordPlace;
import workshop.transactions.history.LineNumbers;

/** Places as a person looks them up: a file and its line, or a partition and its offset. */
final class PlaceNames {
    private final List<HadoopFile> files;
    private final Map<Long, Long> lines;

    private PlaceNames(List<HadoopFile> files, Map<Long, Long> lines) {
        this.files = files;
        this.lines = lines;
    }

    /** Knows the lines of these records: one pass over each file that has some. */
    static PlaceNames of(Iterable<Rejection> rejections, Iterable<Duplicate> duplicates, List<HadoopFile> files)
            throws IOException {
        List<LongStream.Builder> offsets = new ArrayList<>();
        files.forEach(file -> offsets.add(LongStream.builder()));
        rejections.forEach(rejection -> note(rejection.place(), offsets));
        duplicates.forEach(duplicate -> {
            note(duplicate.place(), offsets);
            note(duplicate.countedPlace(), offsets);
        });
        Map<Long, Long> lines = new HashMap<>();
        for (int file = 0; file < files.size(); file++) {
            long[] sorted = offsets.get(file).build().sorted().distinct().toArray();
            long[] found = LineNumbers.of(files.get(file), sorted);
            for (int i = 0; i < sorted.length; i++) {
                lines.put(Place.inHistory(file, sorted[i]), found[i]);
            }
        }
        return new PlaceNames(files, lines);
    }

    private static void note(long place, List<LongStream.Builder> offsets) {
        if (!Place.isInLog(place)) {
            offsets.get(Place.index(place)).add(Place.offset(place));
        }
    }

    RecordPlace of(long place) {
        return Place.isInLog(place)
                ? RecordPlace.inLog(Place.index(place), Place.offset(place))
                : RecordPlace.inFile(files.get(Place.index(place)).path(), lines.get(place));
    }

    /** position, file, line, partition, log_offset. */
    Object[] columns(long place) {
        RecordPlace of = of(place);
        return new Object[] {place, of.file(), of.line(), of.partition(), of.offset()};
    }
}
