package workshop.lab.measure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The jobs of normal work.
 *
 * @param always kinds of those that run all the time
 * @param nowAndThen kinds of those that end by themselves
 * @param peakBytes the most memory that a job held, by kind; 0 if the system does not tell
 */
public record JobKinds(List<String> always, List<String> nowAndThen, Map<String, Long> peakBytes) {
    static JobKinds of(Jobs jobs) {
        List<String> always = jobs.all().stream()
                .filter(MeasuredJob::isAlive)
                .map(MeasuredJob::kind)
                .distinct()
                .toList();
        List<String> others = jobs.all().stream()
                .map(MeasuredJob::kind)
                .filter(kind -> !always.contains(kind))
                .distinct()
                .toList();
        Map<String, Long> peaks = new TreeMap<>();
        jobs.all().forEach(job -> peaks.merge(job.kind(), job.last().peakBytes(), Math::max));
        return new JobKinds(always, others, peaks);
    }

    /** The most that one of these kinds held. */
    long peakBytes(List<String> kinds) {
        return kinds.stream()
                .mapToLong(kind -> peakBytes.getOrDefault(kind, 0L))
                .max()
                .orElse(0);
    }
}
