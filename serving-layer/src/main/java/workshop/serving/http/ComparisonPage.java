package workshop.serving.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the newest comparison.
 *
 * @param page from 1
 * @param size rows of a page
 * @param count customers on all pages
 * @param differing how many of these differ; they come first
 * @param unexplained how many of these do so without a reason
 */
record ComparisonPage(
        String state,
        @Nullable Instant at,
        @Nullable String version,
        @Nullable Long tookMs,
        @Nullable String detail,
        int page,
        int size,
        long count,
        long pages,
        long differing,
        long unexplained,
        List<LiveComparison.Row> rows) {
    static ComparisonPage of(LiveComparison all, int page, int size) {
        int count = all.rows().size();
        int from = (int) Math.min(count, (page - 1L) * size);
        return new ComparisonPage(
                all.state(),
                all.at(),
                all.version(),
                all.tookMs(),
                all.detail(),
                page,
                size,
                count,
                (count + size - 1) / size,
                all.differing(),
                all.unexplained(),
                all.rows().subList(from, Math.min(count, from + size)));
    }
}
