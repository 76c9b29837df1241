package workshop.lab.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import workshop.lab.Browser;
import workshop.lab.guide.Shot;

/** What a browser shows of the services of a run: the dashboard, and Spark's page of the query. */
final class PagePictures {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern SAID =
            Pattern.compile("(?:The page is|Spark's pages are) at (http://127\\.0\\.0\\.1:\\d+/)");
    private static final Pattern BATCHES = Pattern.compile("\\(([0-9]+) completed batches\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,:]*(?:\\.[0-9]+)?");

    private static final int ENOUGH_BATCHES = 10;
    private static final int SOME_BATCHES = 3;
    private static final String LOOK = "lab/pictures, page 1";

    private final Browser browser;
    private String dashboard;
    private String spark;

    PagePictures(Browser browser) {
        this.browser = browser;
    }

    /** Notes the addresses that commands print. */
    void hear(String output) {
        Matcher said = SAID.matcher(output);
        while (said.find()) {
            if (said.group().startsWith("Spark")) {
                spark = said.group(1);
            } else {
                dashboard = said.group(1);
            }
        }
    }

    void keep(Shot shot) throws IOException {
        boolean isSpark = shot.page().equals("spark");
        if (isSpark && Album.isDone(shot.name(), LOOK)) {
            Album.tell(shot.name(), "left: no two runs have the same curves");
            return;
        }
        assertThat(isSpark ? spark : dashboard)
                .as("line %d: no command has said where that page is", shot.line())
                .isNotNull();
        if (isSpark) {
            openQuery();
        } else {
            openDashboard();
        }
        String part = shot.part() == null ? "body" : shot.part();
        Album.keep(shot.name(), browser.seenText(part), LOOK, PagePictures::isSame, () -> browser.image(part, 1));
    }

    /** Whether two texts of a page differ in words or amounts. Other numbers, such as ages, vary, and so do their units. */
    static boolean isSame(String before, String now) {
        return amounts(before).equals(amounts(now));
    }

    /** The same without amounts, and without the order of the lines: who has bought most stands first. */
    static boolean hasSameWords(String before, String now) {
        return words(before).equals(words(now));
    }

    private static List<String> words(String text) {
        return amounts(NUMBER.matcher(text).replaceAll("0")).lines().sorted().toList();
    }

    private static String amounts(String text) {
        return NUMBER.matcher(text)
                .replaceAll(number -> number.group().matches("[0-9,]+\\.[0-9]{2}") ? number.group() : "#")
                .replaceAll("# (?:sec|min|s|ms|h)\\b\\.?", "#")
                .replace("just now", "# ago")
                .lines()
                .filter(line -> !line.strip().equals("#")) // on the axes of curves
                .collect(Collectors.joining("\n"));
    }

    private void openDashboard() {
        browser.open(dashboard);
        await("the page, with the recount's answer")
                .atMost(PATIENCE)
                .until(() -> "live".equals(browser.attribute("body", "data-connection"))
                        && browser.attribute("#coverage", "data-state").matches("complete|behind|unbatched")
                        && browser.attribute("#proof", "data-state").matches("agrees|differs")
                        && !browser.text("#activity").contains("unknown"));
    }

    /** The graphs of the one query of the speed layer, when there is something on them. */
    private void openQuery() {
        browser.open(spark + "StreamingQuery/");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            browser.driver().navigate().refresh();
            browser.click("a[href*='statistics']");
            return true;
        });
        try {
            await().atMost(PATIENCE).until(() -> batches() >= ENOUGH_BATCHES);
        } catch (ConditionTimeoutException e) {
            assertThat(batches())
                    .as("batches on Spark's page: they need --trigger 500 or the like, and events meanwhile")
                    .isGreaterThan(SOME_BATCHES);
        }
        browser.driver()
                .executeScript(
                        "document.querySelectorAll('.scroll-btn-container').forEach(buttons => buttons.remove())");
    }

    private int batches() {
        browser.driver().navigate().refresh();
        Matcher batches = BATCHES.matcher(browser.text("body"));
        return batches.find() ? Integer.parseInt(batches.group(1)) : 0;
    }
}
