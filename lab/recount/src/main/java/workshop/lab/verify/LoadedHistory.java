package workshop.lab.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import workshop.settings.Settings;
import workshop.transactions.history.HistoryKey;

/** Which records of the history files Kappa has counted, as read from the keys of its topic: by file, the byte of each. */
final class LoadedHistory {
    private final Map<String, long[]> counted = new HashMap<>();
    private final Map<String, Set<Long>> unchecked = new HashMap<>();

    static LoadedHistory read(Settings settings, KappaSnapshot kappa) {
        LoadedHistory loaded = new LoadedHistory();
        Map<String, LongStream.Builder> bytes = new HashMap<>();
        String topic = settings.historyTopic();
        try (LogReader reader = new LogReader(settings, topic)) {
            kappa.next()
                    .getOrDefault(topic, Map.of())
                    .forEach((partition, end) -> reader.read(partition, end, (offset, key, value) -> {
                        HistoryKey place = HistoryKey.of(key).orElse(null);
                        if (place == null) {
                            return; // rejected, so in no total
                        }
                        bytes.computeIfAbsent(place.path(), path -> LongStream.builder())
                                .add(place.at());
                        if (kappa.isUnchecked(topic, partition, offset)) {
                            loaded.unchecked
                                    .computeIfAbsent(place.path(), path -> new HashSet<>())
                                    .add(place.at());
                        }
                    }));
        }
        bytes.forEach((path, at) -> loaded.counted.put(path, at.build().sorted().toArray()));
        return loaded;
    }

    /** Whether the record at this byte of the file is counted. */
    boolean isCounted(String path, long at) {
        long[] bytes = counted.get(path);
        return bytes != null && Arrays.binarySearch(bytes, at) >= 0;
    }

    boolean isUnchecked(String path, long at) {
        return unchecked.getOrDefault(path, Set.of()).contains(at);
    }
}
